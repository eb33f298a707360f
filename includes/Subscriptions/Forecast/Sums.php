<?php

declare(strict_types=1);

namespace Counterfoil\Subscriptions\Forecast;

use Counterfoil\Invoices\InvoiceTotals;
use Counterfoil\Shared\Money\Money;

/** What bills come to, for each currency; currencies are never added. */
final class Sums
{
    /** @var array<string, array{bills: int, net: int, tax: int, total: int}> minor units, by currency */
    private array $of = [];

    public function add(InvoiceTotals $totals): void
    {
        $of = $this->of[$totals->currency->code] ?? ['bills' => 0, 'net' => 0, 'tax' => 0, 'total' => 0];
        $this->of[$totals->currency->code] = ['bills' => $of['bills'] + 1, 'net' => $of['net'] + $totals->net, 'tax' => $of['tax'] + $totals->tax, 'total' => $of['total'] + $totals->total];
    }

    /**
     * @param string $first the currency that comes first, if there is something of it
     * @return list<array{bills: int, net: array{amount: int, currency: string}, tax: array{amount: int, currency: string}, total: array{amount: int, currency: string}}>
     */
    public function to_wire(string $first): array
    {
        $of = $this->of;
        uksort($of, static fn (string $one, string $other): int => [$one !== $first, $one] <=> [$other !== $first, $other]);
        $money = static fn (int $amount, string $currency): array => Money::of($amount, $currency)->to_wire();

        return array_map(static fn (string $currency, array $sums): array => [
            'bills' => $sums['bills'],
            'net' => $money($sums['net'], $currency),
            'tax' => $money($sums['tax'], $currency),
            'total' => $money($sums['total'], $currency),
        ], array_keys($of), array_values($of));
    }
}
