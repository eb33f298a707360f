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
            $coupon = $totals->coupon();
            if ($totals->discount > $coupon) {
                $rows[] = $this->row(__('Discount', 'counterfoil'), $coupon - $totals->discount);
            }
            if ($coupon > 0) {
                /* translators: %s: name of a coupon */
                $rows[] = $this->row(sprintf(__('Coupon: %s', 'counterfoil'), $this->facts->terms->coupon->name ?? ''), -$coupon);
            }
        }
        $taxes = array_filter($totals->taxes, static fn (TaxSum $sum): bool => TaxWording::has_sum($sum->tax));
        if (! $is_inclusive && $taxes !== []) {
            $rows[] = $this->row(__('Net', 'counterfoil'), $totals->net);
            foreach ($taxes as $tax) {
                $rows[] = $this->tax_row($tax, false);
            }
        }
        $rows[] = $this->row(__('Total', 'counterfoil'), $totals->total, true);
        if ($is_inclusive) {
            foreach ($taxes as $tax) {
                $rows[] = $this->tax_row($tax, true);
            }
        }

        return $rows;
    }

    /** @return array{label: string, value: string, strong: bool} */
    private function tax_row(TaxSum $tax, bool $is_included): array
    {
        return $this->row(TaxWording::of($this->facts, $this->language)->sum($tax->tax, $this->money($tax->base), $is_included), $tax->amount);
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
