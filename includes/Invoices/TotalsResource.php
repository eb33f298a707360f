<?php

declare(strict_types=1);

namespace Counterfoil\Invoices;

use Counterfoil\Shared\Money\Money;

/** The contract's totals, of an invoice or of what is being typed. */
final readonly class TotalsResource
{
    /** @return array<string, mixed> */
    public static function of_invoice(Invoice $invoice): array
    {
        $money = static fn (int $amount): array => (new Money($amount, $invoice->currency))->to_wire();

        return [
            'subtotal' => $money($invoice->subtotal),
            'discount' => $money($invoice->discounted - ($invoice->coupon->amount ?? 0)),
            'net' => $money($invoice->net),
            'taxes' => self::taxes($invoice->taxes, $money),
            'total' => $money($invoice->total),
            'paid' => $money($invoice->paid),
            'refunded' => $money($invoice->refunded),
            'credited' => $money($invoice->credited),
            'due' => $invoice->due()->to_wire(),
            'credit' => $invoice->credit()->to_wire(),
        ];
    }

    /** @return array<string, mixed> */
    public static function of_terms(InvoiceTotals $totals): array
    {
        $money = static fn (int $amount): array => (new Money($amount, $totals->currency))->to_wire();

        return [
            'subtotal' => $money($totals->subtotal),
            'discount' => $money($totals->discount - $totals->coupon()),
            'net' => $money($totals->net),
            'taxes' => self::taxes($totals->taxes, $money),
            'total' => $money($totals->total),
            'paid' => $money(0),
            'refunded' => $money(0),
            'credited' => $money(0),
            'due' => $money($totals->total),
            'credit' => $money(0),
        ];
    }

    /**
     * @param list<TaxSum> $taxes
     * @param callable(int): array{amount: int, currency: string} $money
     * @return list<array<string, mixed>>
     */
    private static function taxes(array $taxes, callable $money): array
    {
        return array_map(static fn (TaxSum $tax): array => [...$tax->tax->to_wire(), 'base' => $money($tax->base), 'amount' => $money($tax->amount)], $taxes);
    }
}
