<?php

declare(strict_types=1);

namespace Counterfoil\Shared\Money;

use NumberFormatter;

/**
 * Amounts and numbers for people, by CLDR's rules for a locale. Always all of the currency's decimals.
 */
final class MoneyFormat
{
    /** @var array<string, NumberFormatter> */
    private array $formatters = [];

    public function __construct(private readonly string $locale)
    {
    }

    /** "€1,176.91", "1176,91 zł" */
    public function money(Money $money): string
    {
        $decimals = $money->currency->decimals;
        $formatter = $this->formatter(NumberFormatter::CURRENCY, "c{$decimals}", $decimals);

        // ICU takes a float; 10^12 minor units have 13 significant digits, well inside a double's 15.
        $formatted = $formatter->formatCurrency($money->amount / 10 ** $decimals, $money->currency->code);

        return $formatted === false ? $money->amount . ' ' . $money->currency->code : $formatted;
    }

    /** A decimal string as people write it: "1.5" is "1,5" in Polish. No digits are added or lost. */
    public function decimal(string $decimal): string
    {
        $digits = str_contains($decimal, '.') ? strlen(rtrim(substr($decimal, strpos($decimal, '.') + 1), '0')) : 0;
        $formatted = $this->formatter(NumberFormatter::DECIMAL, "d{$digits}", $digits)->format((float) $decimal);

        return $formatted === false ? $decimal : $formatted;
    }

    private function formatter(int $style, string $key, int $digits): NumberFormatter
    {
        if (! isset($this->formatters[$key])) {
            $formatter = new NumberFormatter($this->locale, $style);
            $formatter->setAttribute(NumberFormatter::MIN_FRACTION_DIGITS, $digits);
            $formatter->setAttribute(NumberFormatter::MAX_FRACTION_DIGITS, $digits);
            $this->formatters[$key] = $formatter;
        }

        return $this->formatters[$key];
    }
}
