<?php

declare(strict_types=1);

namespace Counterfoil\Invoices\ProFormas;

use Counterfoil\Documents\GivenNumber;
use Counterfoil\Documents\Paper;
use Counterfoil\Documents\StoredForm;
use Counterfoil\Invoices\Invoice;
use Counterfoil\Invoices\VatInOwnCurrency;
use Counterfoil\Shared\Clock\Timestamps;
use DateTimeImmutable;

/** What is copied into an invoice that a pro-forma's payment made: parties, lines and taxes as they were on the pro-forma. */
final readonly class MadeInvoiceForm
{
    /** @param array<string, mixed> $of what was copied into the pro-forma */
    public function __construct(
        private Invoice $pro_forma,
        private array $of,
        private Paper $paper,
        /** In the business's time zone, "2026-03-31" */
        private string $issue_date,
        private string $paid_on,
        private ?VatInOwnCurrency $exchange,
    ) {
    }

    public function with(GivenNumber $number, DateTimeImmutable $issued_at): StoredForm
    {
        return StoredForm::of([
            'kind' => $number->kind->value,
            'number' => $number->text,
            'series' => ['period' => $number->period, 'sequence' => $number->sequence],
            'issue_date' => $this->issue_date,
            'issued_at' => Timestamps::to_row($issued_at),
            'due_date' => $this->issue_date,
            'paid_on' => $this->paid_on,
            'pro_forma' => ['id' => $this->pro_forma->id, 'number' => $this->pro_forma->number, 'issue_date' => $this->pro_forma->issue_date],
            'tax_exchange' => $this->exchange?->to_wire(),
            'paper' => ['logo' => $this->of['paper']['logo'] ?? null] + $this->paper->numbered($number->text)->to_array(),
        ] + $this->of);
    }
}
