<?php

declare(strict_types=1);

namespace Counterfoil\Invoices\Issuing;

use Counterfoil\Clients\Client;
use Counterfoil\Documents\NumberFormat;
use Counterfoil\Invoices\Invoice;
use Counterfoil\Invoices\IssuedForm;
use Counterfoil\Shared\Calendar;

/** A draft that is ready to be issued: all that takes time is done, and its number is the one thing missing. */
final readonly class PreparedIssue
{
    /** @param non-empty-list<array{email: string, name: string, locale: string, copy: string}> $recipients */
    public function __construct(
        public Invoice $draft,
        public Client $client,
        public array $recipients,
        /** In the business's time zone, "2026-03-31" */
        public string $issue_date,
        public NumberFormat $format,
        public IssuedForm $form,
        private Calendar $calendar,
    ) {
    }

    /** Whether its day of issue is still today. */
    public function is_of_today(): bool
    {
        return $this->calendar->today() === $this->issue_date;
    }
}
