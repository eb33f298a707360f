<?php

declare(strict_types=1);

namespace Counterfoil\Shared;

/**
 * Check digits of VAT identification numbers, each as its country computes them. Countries that are not here have none
 * that is published for all of their numbers; they count as right.
 */
final readonly class VatIdDigits
{
    /** @param string $number without its prefix, of the form its country has */
    public static function are_right(string $prefix, string $number): bool
    {
        return match ($prefix) {
            'AT' => (10 - (self::luhn(substr($number, 1, 7)) + 4) % 10) % 10 === (int) $number[8],
            'BE' => 97 - (int) substr($number, 0, 8) % 97 === (int) substr($number, 8),
            'DE', 'HR' => self::mod_11_10($number),
            'DK' => self::weighted($number, [2, 7, 6, 5, 4, 3, 2, 1]) % 11 === 0,
            'EE' => (10 - self::weighted($number, [3, 7, 1, 3, 7, 1, 3, 7]) % 10) % 10 === (int) $number[8],
            'EL' => self::weighted($number, [256, 128, 64, 32, 16, 8, 4, 2]) % 11 % 10 === (int) $number[8],
            'FI' => (11 - self::weighted($number, [7, 9, 10, 5, 8, 4, 2]) % 11) % 11 === (int) $number[7],
            'FR' => self::french($number),
            'HU' => (10 - self::weighted($number, [9, 7, 3, 1, 9, 7, 3]) % 10) % 10 === (int) $number[7],
            'IT' => (10 - self::luhn(substr($number, 0, 10)) % 10) % 10 === (int) $number[10],
            'LU' => (int) substr($number, 0, 6) % 89 === (int) substr($number, 6),
            'NL' => self::dutch($number),
            'PL' => preg_match('/^\d{10}$/D', $number) === 1 && self::weighted($number, [6, 5, 7, 2, 3, 4, 5, 6, 7]) % 11 === (int) $number[9],
            'PT' => (11 - self::weighted($number, [9, 8, 7, 6, 5, 4, 3, 2]) % 11) % 11 % 10 === (int) $number[8],
            'SE' => (10 - self::luhn(substr($number, 0, 9), 0) % 10) % 10 === (int) $number[9],
            'SI' => (11 - self::weighted($number, [8, 7, 6, 5, 4, 3, 2]) % 11) % 10 === (int) $number[7],
            'SK' => (int) $number % 11 === 0,
            default => true,
        };
    }

    /** @param list<int> $weights of the first digits */
    private static function weighted(string $number, array $weights): int
    {
        return array_sum(array_map(static fn (string $digit, int $weight): int => (int) $digit * $weight, str_split(substr($number, 0, count($weights))), $weights));
    }

    /** Every second digit is doubled and its digits are added; `$first` says which is: 0 the first, 1 the second. */
    private static function luhn(string $digits, int $first = 1): int
    {
        $sum = 0;
        foreach (str_split($digits) as $i => $digit) {
            $sum += $i % 2 === $first ? intdiv((int) $digit * 2, 10) + (int) $digit * 2 % 10 : (int) $digit;
        }

        return $sum;
    }

    /** ISO 7064, MOD 11,10. */
    private static function mod_11_10(string $number): bool
    {
        $product = 10;
        foreach (str_split(substr($number, 0, -1)) as $digit) {
            $sum = ((int) $digit + $product) % 10;
            $product = ($sum === 0 ? 10 : $sum) * 2 % 11;
        }

        return (11 - $product) % 10 === (int) substr($number, -1);
    }

    /** The key of two digits; keys with letters are not published, and Monaco's numbers have none. */
    private static function french(string $number): bool
    {
        return ! ctype_digit($number) || str_starts_with(substr($number, 2), '000') || (int) substr($number, 0, 2) === (12 + 3 * ((int) substr($number, 2) % 97)) % 97;
    }

    /** Since 2020 people have numbers of another kind: mod 97 with the letters as numbers. Before it was mod 11. */
    private static function dutch(string $number): bool
    {
        $rest = 0;
        foreach (str_split("NL{$number}") as $character) {
            $value = ctype_digit($character) ? (int) $character : ord($character) - 55;
            $rest = ($rest * ($value > 9 ? 100 : 10) + $value) % 97;
        }

        return $rest === 1 || self::weighted($number, [9, 8, 7, 6, 5, 4, 3, 2]) % 11 === (int) $number[8];
    }
}
