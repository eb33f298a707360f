<?php

declare(strict_types=1);

namespace Counterfoil\Invoices;

use Counterfoil\Shared\Money\Money;

/** The block of totals: what the lines come to, what goes off, the taxes, and what is asked for. */
final readonly class TotalsWording
{
    public function __construct(private InvoiceFacts $facts, private DocumentLanguage $language)
    {
    }

    /** @return list<array{label: string, value: string, strong: bool}> */
    public function rows(): array
    {
        $totals = $this->facts->totals;
        $is_inclusive = $this->facts->terms->tax_mode === TaxMode::Inclusive;
        $rows = [];
        if ($totals->discount > 0) {
            $rows[] = $this->row(__('Subtotal', 'counterfoil'), $totals->subtotal);
            $rows[] = $this->row(__('Discount', 'counterfoil'), -$totals->discount);
        }
        $taxes = array_filter($totals->taxes, static fn (TaxSum $sum): bool => TaxWording::has_sum($sum->tax));
        if (! $is_inclusive && $taxes !== []) {
            $rows[] = $this->row(__('Net', 'counterfoil'), $totals->net);
            foreach ($taxes as $tax) {
                /* translators: 1: a tax ("VAT 23%", "Reverse charge"), 2: the amount it is on */
                $rows[] = $this->row(sprintf(__('%1$s on %2$s', 'counterfoil'), ...$this->tax_words($tax)), $tax->amount);
            }
        }
        $rows[] = $this->row(__('Total', 'counterfoil'), $totals->total, true);
        if ($is_inclusive) {
            foreach ($taxes as $tax) {
                /* translators: 1: a tax ("VAT 23%", "Reverse charge"), 2: the amount it is on */
                $rows[] = $this->row(sprintf(__('Includes %1$s on %2$s', 'counterfoil'), ...$this->tax_words($tax)), $tax->amount);
            }
        }

        return $rows;
    }

    /** @return array{string, string} */
    private function tax_words(TaxSum $tax): array
    {
        return [TaxWording::of($this->facts, $this->language)->name($tax->tax), $this->money($tax->base)];
    }

    /** @return array{label: string, value: string, strong: bool} */
    private function row(string $label, int $amount, bool $strong = false): array
    {
        return ['label' => $label, 'value' => $this->money($amount), 'strong' => $strong];
    }

    private function money(int $amount): string
    {
        return $this->language->numbers->money(new Money($amount, $this->facts->totals->currency));
    }
}
