<?php

declare(strict_types=1);

namespace Counterfoil\Bank\Matching;

/** Numbers of bills as payers write them: "inv 2026 0012", "INV2O26/0012" and "INV-2026-0012" are the same. */
final readonly class BillNumber
{
    /** Shorter ones, and those of few digits alone, are found in texts that mean something else. */
    private const SAFE_LENGTH = 5;

    /** Without anything but letters and digits; an O counts as a 0. */
    public static function key(string $number): string
    {
        return strtr((string) preg_replace('/[^A-Z0-9]/', '', strtoupper(remove_accents($number))), 'O', '0');
    }

    public static function is_safe(string $key): bool
    {
        return strlen($key) >= self::SAFE_LENGTH && (strlen($key) > 6 || preg_match('/[A-Z]/', $key) === 1);
    }

    /**
     * Which of these stand in a text, each once, as they are met.
     *
     * @param array<string, mixed> $keys by key()
     * @param list<int> $lengths those of the keys, the longest first
     * @return list<string> keys
     */
    public static function in(string $text, array $keys, array $lengths): array
    {
        $raw = strtoupper(preg_match('/[^\x00-\x7F]/', $text) === 1 ? remove_accents($text) : $text);
        $letters = (string) preg_replace('/[^A-Z0-9]+/', '', $raw);
        $key = strtr($letters, 'O', '0');
        preg_match_all('/[A-Z0-9]/', $raw, $found, PREG_OFFSET_CAPTURE);
        $at = array_column($found[0], 1);
        $met = [];
        $count = strlen($key);
        for ($start = 0; $start < $count; ++$start) {
            foreach ($lengths as $length) {
                $word = substr($key, $start, $length);
                if (strlen($word) === $length && isset($keys[$word]) && self::stands_alone($letters, $at, $start, $length, self::is_safe($word))) {
                    $met[$word] = true;
                    $start += $length - 1;
                    break;
                }
            }
        }

        return array_map(strval(...), array_keys($met));
    }

    /**
     * A number is no part of a longer one; a short one is no part of a word either.
     *
     * @param list<int> $at where each letter and digit stands in the text
     */
    private static function stands_alone(string $letters, array $at, int $start, int $length, bool $is_safe): bool
    {
        $is_apart = static fn (int $before): bool => $before < 0 || $before + 1 >= count($at) || $at[$before] + 1 < $at[$before + 1];
        $is_digit = static fn (int $index): bool => isset($letters[$index]) && ctype_digit($letters[$index]);
        $end = $start + $length - 1;
        if (! $is_apart($end) && (! $is_safe || $is_digit($end + 1))) {
            return false;
        }

        return $is_apart($start - 1) || ($is_safe && ! ($is_digit($start - 1) && $is_digit($start)));
    }
}
