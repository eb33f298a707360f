<?php

declare(strict_types=1);

namespace Counterfoil\Reports\Accountant\Parts;

use Counterfoil\Reports\Accountant\Export;
use Counterfoil\Shared\Money\Money;

/** What all documents of the period come to by tax. */
final readonly class TaxRows
{
    /** @return list<string> */
    public static function head(): array
    {
        return [
            __('Currency', 'counterfoil'),
            __('Tax category code', 'counterfoil'),
            __('Tax category', 'counterfoil'),
            __('Tax rate (%)', 'counterfoil'),
            __('Net', 'counterfoil'),
            __('Tax', 'counterfoil'),
            __('Gross', 'counterfoil'),
            __('Tax currency', 'counterfoil'),
            __('Tax in tax currency', 'counterfoil'),
        ];
    }

    /** @return array{rows: list<list<string|Money>>, next: null} */
    public static function rows(Export $export): array
    {
        $rows = array_map(static fn (array $sum): array => [
            (string) $sum['currency'],
            (string) $sum['category'],
            TaxOfRow::name_of((string) $sum['category']),
            (string) $sum['rate'],
            Money::of((int) $sum['base'], (string) $sum['currency']),
            Money::of((int) $sum['tax'], (string) $sum['currency']),
            Money::of((int) $sum['base'] + (int) $sum['tax'], (string) $sum['currency']),
            (string) $sum['own_currency'],
            $sum['own_currency'] === '' ? '' : Money::of((int) $sum['own'], (string) $sum['own_currency']),
        ], array_values($export->sums));

        return ['rows' => $rows, 'next' => null];
    }
}
