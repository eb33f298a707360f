<?php

declare(strict_types=1);

namespace Counterfoil\Shared\Money;

use MessageFormatter;

/**
 * Amounts and numbers for people, by CLDR's rules for a locale. Always all of the currency's decimals.
 *
 * By number skeletons: they group digits as the locale does and as browsers do ("1176,91 zł", but
 * "12 345,67 zł"), which NumberFormatter can't be told to.
 * Source: https://unicode-org.github.io/icu/userguide/format_parse/numbers/skeletons.html
 */
final class MoneyFormat
{
    /** @var array<string, MessageFormatter> by skeleton */
    private array $formatters = [];

    public function __construct(private readonly string $locale)
    {
    }

    /** "€1,176.91", "1176,91 zł" */
    public function money(Money $money): string
    {
        $code = $money->currency->code;
        $decimals = $money->currency->decimals;

        // ICU takes a float; 10^12 minor units have 13 significant digits, well inside a double's 15.
        return $this->format("currency/{$code} " . self::precision($decimals), $money->amount / 10 ** $decimals) ?? "{$money->amount} {$code}";
    }

    /** A decimal string as people write it: "1.5" is "1,5" in Polish. No digits are added or lost. */
    public function decimal(string $decimal): string
    {
        $digits = str_contains($decimal, '.') ? strlen(rtrim(substr($decimal, strpos($decimal, '.') + 1), '0')) : 0;

        return $this->format(self::precision($digits), (float) $decimal) ?? $decimal;
    }

    private static function precision(int $digits): string
    {
        return $digits === 0 ? 'precision-integer' : '.' . str_repeat('0', $digits);
    }

    private function format(string $skeleton, float|int $number): ?string
    {
        $formatter = $this->formatters[$skeleton] ??= new MessageFormatter($this->locale, "{0,number,::{$skeleton}}");
        $formatted = $formatter->format([$number]);

        return $formatted === false ? null : $formatted;
    }
}
