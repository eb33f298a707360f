<?php

declare(strict_types=1);

namespace Counterfoil\Bank\Formats;

use Counterfoil\Shared\DomainError;
use Counterfoil\Shared\Money\Currency;

/** Amounts and currencies as files write them, as minor units. */
final readonly class Amounts
{
    /**
     * @param string $text digits and at most one decimal sign, "1234,5"
     * @param non-empty-string $decimal
     * @return int minor units, not below zero
     * @throws DomainError 400
     */
    public static function minor(string $text, string $decimal, string $currency, int $line): int
    {
        $decimals = self::currency($currency, $line)->decimals;
        [$whole, $part] = [...explode($decimal, $text, 2), ''];
        $part = rtrim($part, '0');
        if (preg_match('/^\d{1,13}$/D', $whole) !== 1 || preg_match('/^\d*$/D', $part) !== 1 || strlen($part) > $decimals) {
            throw StatementError::amount($line, $text);
        }

        return (int) ($whole . str_pad($part, $decimals, '0'));
    }

    /** @throws DomainError 400 */
    public static function currency(string $code, int $line): Currency
    {
        return in_array($code, Currency::codes(), true) ? Currency::of($code) : throw StatementError::currency($line, $code);
    }
}
