<?php

declare(strict_types=1);

namespace Counterfoil\Reports\Accountant\Parts;

/** What all documents come to by currency, category and rate; as many rows as there are of those. */
final class TaxSums
{
    /** @param array<string, array<string, int|string>> $sums of the steps before */
    public function __construct(private array $sums)
    {
    }

    public function add(string $currency, TaxOfRow $tax, int $base, int $amount, OwnTaxOfRow $own): void
    {
        $key = implode('|', [$currency, $tax->category, str_pad($tax->rate, 10, ' ', STR_PAD_LEFT), $own->currency()]);
        $sum = $this->sums[$key] ?? ['currency' => $currency, 'category' => $tax->category, 'rate' => $tax->rate, 'own_currency' => $own->currency(), 'base' => 0, 'tax' => 0, 'own' => 0];
        $sum['base'] = (int) $sum['base'] + $base;
        $sum['tax'] = (int) $sum['tax'] + $amount;
        $sum['own'] = (int) $sum['own'] + ($own->tax->amount ?? 0);
        $this->sums[$key] = $sum;
    }

    /** @return array<string, array<string, int|string>> in the order of currencies, categories and rates */
    public function all(): array
    {
        ksort($this->sums, SORT_STRING);

        return $this->sums;
    }
}
