<?php

declare(strict_types=1);

namespace Counterfoil\Invoices\CreditNotes;

use Counterfoil\Documents\NumberFormat;
use Counterfoil\Invoices\Invoice;
use Counterfoil\Shared\Calendar;

/** A credit note that is ready to be issued: its number is the one thing missing. */
final readonly class PreparedCredit
{
    /**
     * @param Invoice $invoice as it was looked at
     * @param list<array{email: string, name: string, locale: string, copy: string}> $recipients
     */
    public function __construct(
        public Invoice $invoice,
        public CreditTotals $totals,
        public array $recipients,
        public NumberFormat $format,
        public CreditNoteForm $form,
        private Calendar $calendar,
    ) {
    }

    /** Whether its day of issue is still today. */
    public function is_of_today(): bool
    {
        return $this->calendar->today() === $this->form->issue_date;
    }
}
