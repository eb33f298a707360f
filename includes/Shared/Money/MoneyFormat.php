<?php

declare(strict_types=1);

namespace Counterfoil\Shared\Money;

use Closure;
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
    /** Amounts whose words are kept: bills of one plan name the same few, several times each. */
    private const KEPT = 1_000;

    /** @var array<string, MessageFormatter> by locale and skeleton: making one takes as long as formatting dozens */
    private static array $formatters = [];

    /** @var array<string, string|null> by locale, skeleton and number */
    private static array $formatted = [];

    /**
     * @param (Closure(string): bool)|null $can_be_shown for a place that can't show everything: where it can't, Latin digits
     *     are taken, then the currency's code, then English
     */
    public function __construct(private readonly string $locale, private readonly ?Closure $can_be_shown = null)
    {
    }

    /** "€1,176.91", "1176,91 zł", "−€98.00" */
    public function money(Money $money): string
    {
        $code = $money->currency->code;
        $decimals = $money->currency->decimals;
        // ICU takes a float, which holds all minor units there can be exactly; it moves the point itself, by digits.
        $skeleton = "currency/{$code} " . self::precision($decimals) . ($decimals === 0 ? '' : ' scale/0.' . str_repeat('0', $decimals - 1) . '1');

        return $this->first_shown([$skeleton, "{$skeleton} latin", "{$skeleton} latin unit-width-iso-code"], (float) $money->amount)
            ?? "{$money->amount} {$code}";
    }

    /** Minor units that somebody else named, in a currency that need not be known here: "12300 XTS" then. */
    public function named(int $amount, string $currency): string
    {
        return in_array($currency, Currency::codes(), true) ? $this->money(Money::of($amount, $currency)) : trim("{$amount} {$currency}");
    }

    /** A decimal string as people write it: "1.5" is "1,5" in Polish. No digits are added or lost. */
    public function decimal(string $decimal): string
    {
        $digits = str_contains($decimal, '.') ? strlen(rtrim(substr($decimal, strpos($decimal, '.') + 1), '0')) : 0;
        $skeleton = self::precision($digits);

        return $this->first_shown([$skeleton, "{$skeleton} latin"], (float) $decimal) ?? $decimal;
    }

    /** @param non-empty-list<string> $skeletons the wished one first; in English the last one can be shown anywhere */
    private function first_shown(array $skeletons, float $number): ?string
    {
        $last = null;
        foreach ($this->can_be_shown === null ? [$skeletons[0]] : $skeletons as $skeleton) {
            $last = $this->format($this->locale, $skeleton, $number);
            if ($last !== null && ($this->can_be_shown === null || ($this->can_be_shown)($last))) {
                return $last;
            }
        }

        return $this->can_be_shown === null ? $last : $this->format('en', end($skeletons), $number);
    }

    private static function precision(int $digits): string
    {
        return $digits === 0 ? 'precision-integer' : '.' . str_repeat('0', $digits);
    }

    private function format(string $locale, string $skeleton, float $number): ?string
    {
        $key = "{$locale} {$skeleton} {$number}";
        if (! array_key_exists($key, self::$formatted)) {
            $formatter = self::$formatters["{$locale} {$skeleton}"] ??= new MessageFormatter($locale, "{0,number,::{$skeleton}}");
            $formatted = $formatter->format([$number]);
            if (count(self::$formatted) >= self::KEPT) {
                self::$formatted = [];
            }
            // Many languages of CLDR have the hyphen of a keyboard, which is short and ends a line.
            self::$formatted[$key] = $formatted === false ? null : ($number < 0 ? str_replace('-', "\u{2212}", $formatted) : $formatted);
        }

        return self::$formatted[$key];
    }
}
