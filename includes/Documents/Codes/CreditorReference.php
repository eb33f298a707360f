<?php

declare(strict_types=1);

namespace Counterfoil\Documents\Codes;

/** ISO 11649: "RF", two check digits, and up to 21 letters and digits, which here are a bill's number. */
final readonly class CreditorReference
{
    /** @return string|null without spaces; null for a number that is too long, or has letters that it can't have */
    public static function of(string $number): ?string
    {
        $letters = (string) preg_replace('/[^A-Z0-9]/', '', strtoupper($number));
        if ($letters === '' || strlen($letters) > 21 || preg_match('/[^\x00-\x7F]/', $number) === 1) {
            return null;
        }

        return sprintf('RF%02d%s', 98 - self::rest("{$letters}RF00"), $letters);
    }

    /** Whether it is one, without spaces. */
    public static function is(string $reference): bool
    {
        return preg_match('/^RF(\d\d)([A-Z0-9]{1,21})$/D', $reference, $found) === 1 && self::rest("{$found[2]}RF{$found[1]}") === 1;
    }

    /** In groups of four, as people read and type it: "RF71 2348 2315". */
    public static function grouped(string $reference): string
    {
        return trim(chunk_split($reference, 4, ' '));
    }

    /** The text, and behind it what each of its creditor references stands for. */
    public static function spelt_out(string $text): string
    {
        if (preg_match_all('/\bRF(\d\d)([A-Z0-9]{1,21}|(?: [A-Z0-9]{4}){0,5} [A-Z0-9]{1,4})(?![A-Z0-9])/i', $text, $found, PREG_SET_ORDER) === 0) {
            return $text;
        }
        foreach ($found as [, $check, $letters]) {
            // A short word behind its groups looks like one of them.
            for ($groups = explode(' ', strtoupper(trim($letters))); $groups !== []; array_pop($groups)) {
                $letters = implode('', $groups);
                if (self::rest("{$letters}RF{$check}") === 1) {
                    $text .= " \n {$letters}";
                    break;
                }
            }
        }

        return $text;
    }

    private static function rest(string $text): int
    {
        $rest = 0;
        foreach (str_split($text) as $character) {
            $value = ctype_digit($character) ? (int) $character : ord($character) - 55;
            $rest = ($rest * ($value > 9 ? 100 : 10) + $value) % 97;
        }

        return $rest;
    }
}
