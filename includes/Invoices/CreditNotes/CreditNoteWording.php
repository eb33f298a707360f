<?php

declare(strict_types=1);

namespace Counterfoil\Invoices\CreditNotes;

use Counterfoil\Documents\Paper;
use Counterfoil\Invoices\DocumentLanguage;
use Counterfoil\Invoices\Invoice;
use Counterfoil\Invoices\Tax;
use Counterfoil\Invoices\TaxMode;
use Counterfoil\Invoices\TaxWording;
use Counterfoil\Invoices\UnitWording;
use Counterfoil\Shared\Money\Money;

/** Puts a credit note into words, in the invoice's language: what is seen on its paper. */
final readonly class CreditNoteWording
{
    /** @param array<string, mixed> $paper the invoice's, as it was kept */
    public function __construct(
        private Invoice $invoice,
        private array $paper,
        private CreditTotals $totals,
        private string $reason,
        private string $issue_date,
        private DocumentLanguage $language,
    ) {
    }

    /** Its logo is added where it is kept: by its hash. */
    public function paper(): Paper
    {
        $taxes = $this->words();

        return Paper::from_array([
            'locale' => $this->language->tag(),
            'direction' => $this->language->direction,
            /* translators: %s: number of the credit note */
            'title' => sprintf(__('Credit note %s', 'counterfoil'), Paper::NUMBER),
            /* translators: %s: amount of money */
            'headline' => sprintf(__('%s credited', 'counterfoil'), $this->money($this->totals->total)),
            'page' => $this->paper['page'] ?? 'a4',
            'accent' => $this->paper['accent'],
            'seller' => $this->paper['seller'],
            'buyer' => $this->paper['buyer'],
            'facts' => [
                ['label' => __('Credit note number', 'counterfoil'), 'value' => Paper::NUMBER],
                ['label' => __('Issue date', 'counterfoil'), 'value' => $this->language->day($this->issue_date)],
                ['label' => __('Credits invoice', 'counterfoil'), 'value' => (string) $this->invoice->number],
                ['label' => __('Invoice date', 'counterfoil'), 'value' => $this->language->day((string) $this->invoice->issue_date)],
            ],
            'columns' => [
                'description' => __('Description', 'counterfoil'),
                'quantity' => array_filter($this->totals->lines, static fn (CreditLine $line): bool => $line->quantity !== null) === [] ? null : __('Qty', 'counterfoil'),
                'unit_price' => null,
                'discount' => null,
                'tax' => $taxes->column(),
                'amount' => __('Amount', 'counterfoil'),
            ],
            'lines' => array_map(fn (CreditLine $line): array => [
                /* translators: %s: invoice number */
                'description' => $line->position === null ? sprintf(__('Partial credit for invoice %s', 'counterfoil'), $this->invoice->number) : $line->description,
                'quantity' => $line->quantity === null ? null : UnitWording::quantity($line->quantity, $line->unit_code, $this->language->numbers),
                'tax' => $taxes->of_line($line->tax),
                'amount' => $this->money($line->amount),
            ], $this->totals->lines),
            'totals' => $this->sums(),
            'notes' => array_values(array_intersect($this->paper['notes'] ?? [], $taxes->notes())),
            /* translators: %s: why it was credited */
            'message' => sprintf(__('Reason: %s', 'counterfoil'), $this->reason),
            'footer' => $this->paper['footer'] ?? null,
            /* translators: 1: page number, 2: number of pages */
            'page_label' => __('Page %1$d of %2$d', 'counterfoil'),
        ]);
    }

    private function words(): TaxWording
    {
        return new TaxWording(array_map(static fn (CreditLine $line): ?Tax => $line->tax, $this->totals->lines), false, $this->language);
    }

    /** @return list<array{label: string, value: string, strong: bool}> */
    private function sums(): array
    {
        $is_inclusive = $this->invoice->tax_mode === TaxMode::Inclusive;
        $rows = [];
        if (! $is_inclusive && $this->taxes() !== []) {
            $rows[] = $this->row(__('Net', 'counterfoil'), $this->totals->net);
            foreach ($this->taxes() as [$tax, $group]) {
                $rows[] = $this->row($this->words()->sum($tax, $this->money($group->base), false), $group->amount);
            }
        }
        $rows[] = $this->row(__('Total credited', 'counterfoil'), $this->totals->total, true);
        if ($is_inclusive) {
            foreach ($this->taxes() as [$tax, $group]) {
                $rows[] = $this->row($this->words()->sum($tax, $this->money($group->base), true), $group->amount);
            }
        }

        return $rows;
    }

    /** @return list<array{Tax, CreditGroup}> */
    private function taxes(): array
    {
        $taxes = [];
        foreach ($this->totals->groups as $group) {
            if ($group->tax !== null && TaxWording::has_sum($group->tax)) {
                $taxes[] = [$group->tax, $group];
            }
        }

        return $taxes;
    }

    /** @return array{label: string, value: string, strong: bool} */
    private function row(string $label, int $amount, bool $strong = false): array
    {
        return ['label' => $label, 'value' => $this->money($amount), 'strong' => $strong];
    }

    private function money(int $amount): string
    {
        return $this->language->numbers->money(new Money($amount, $this->invoice->currency));
    }
}
