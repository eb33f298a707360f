<?php

declare(strict_types=1);

namespace Counterfoil\Emails;

/**
 * Text that came from people, where it becomes part of a subject or a header: no line break begins a
 * header of its own, no direction mark turns the rest of a line around.
 */
final readonly class OneLine
{
    public static function of(string $text): string
    {
        $scrubbed = mb_scrub($text, 'UTF-8');
        // Controls and line separators; bidirectional overrides and isolates (Unicode UAX #9).
        $plain = preg_replace(['/[\p{Cc}\x{2028}\x{2029}]+/u', '/[\x{202A}-\x{202E}\x{2066}-\x{2069}\x{200E}\x{200F}\x{061C}]/u', '/ {2,}/'], [' ', '', ' '], $scrubbed);

        return trim((string) $plain);
    }

    /** A display name of a header: without the characters that end one. */
    public static function name(string $text): string
    {
        return self::of(str_replace(['<', '>', '"', ','], ' ', $text));
    }
}
