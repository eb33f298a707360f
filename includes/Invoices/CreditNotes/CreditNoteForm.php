<?php

declare(strict_types=1);

namespace Counterfoil\Invoices\CreditNotes;

use Counterfoil\Documents\GivenNumber;
use Counterfoil\Documents\Paper;
use Counterfoil\Documents\StoredForm;
use Counterfoil\Invoices\Invoice;
use Counterfoil\Shared\Clock\Timestamps;
use DateTimeImmutable;

/** What is copied into a credit note when it is issued. Both parties are as they were on the invoice. */
final readonly class CreditNoteForm
{
    /** @param array<string, mixed> $of what was copied into the invoice */
    public function __construct(
        private Invoice $invoice,
        private array $of,
        private CreditTotals $totals,
        private string $reason,
        private Paper $paper,
        /** In the business's time zone, "2026-03-31" */
        public string $issue_date,
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
            // BG-3
            'invoice' => ['id' => $this->invoice->id, 'number' => $this->invoice->number, 'issue_date' => $this->invoice->issue_date],
            'currency' => $this->invoice->currency->code,
            'tax_mode' => $this->invoice->tax_mode->value,
            'locale' => $this->of['locale'],
            'seller' => $this->of['seller'],
            'buyer' => $this->of['buyer'],
            'buyer_reference' => $this->of['buyer_reference'] ?? '',
            // BT-22
            'reason' => $this->reason,
            'lines' => array_map(static fn (CreditLine $line): array => $line->to_row(), $this->totals->lines),
            'totals' => [
                'net' => $this->totals->net,
                'taxes' => array_map(static fn (CreditGroup $group): array => $group->to_row(), $this->totals->groups),
                'tax' => $this->totals->tax,
                'total' => $this->totals->total,
            ],
            'design' => $this->of['design'] ?? null,
            'paper' => ['logo' => $this->of['paper']['logo'] ?? null] + $this->paper->numbered($number->text)->to_array(),
        ]);
    }
}
