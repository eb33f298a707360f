<?php

declare(strict_types=1);

namespace Counterfoil\Shared;

/**
 * Whether text can be read on a colour. Source: WCAG 2.2, "contrast ratio" and "relative luminance",
 * https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio. Colours are "#1a2b3c". The twin of src/shared/contrast.ts:
 * tests/vectors/contrast.json holds what both have to say.
 */
final readonly class Contrast
{
    /** Least contrast of text of normal size, WCAG 2.2 SC 1.4.3 (AA). */
    public const ENOUGH = 4.5;

    private const BLACK = '#000000';
    private const WHITE = '#ffffff';

    /** The one of black and white that reads better on `$colour`. */
    public static function text_on(string $colour): string
    {
        return self::ratio(self::WHITE, $colour) >= self::ratio(self::BLACK, $colour) ? self::WHITE : self::BLACK;
    }

    /** From 1 (the same) to 21 (black on white). */
    public static function ratio(string $one, string $other): float
    {
        $luminances = [self::luminance($one), self::luminance($other)];

        return (max($luminances) + 0.05) / (min($luminances) + 0.05);
    }

    /** The same hue, darkened until it can be read on white. */
    public static function readable(string $colour): string
    {
        while (self::ratio($colour, self::WHITE) < self::ENOUGH) {
            $darker = array_map(static fn (int $channel): int => (int) floor($channel * 0.95), self::channels($colour));
            $colour = vsprintf('#%02x%02x%02x', $darker);
        }

        return $colour;
    }

    private static function luminance(string $colour): float
    {
        $linear = array_map(static function (int $channel): float {
            $share = $channel / 255;

            return $share <= 0.04045 ? $share / 12.92 : (($share + 0.055) / 1.055) ** 2.4;
        }, self::channels($colour));

        return 0.2126 * $linear[0] + 0.7152 * $linear[1] + 0.0722 * $linear[2];
    }

    /** @return array{int, int, int} red, green, blue, from 0 to 255 */
    public static function channels(string $colour): array
    {
        return [(int) hexdec(substr($colour, 1, 2)), (int) hexdec(substr($colour, 3, 2)), (int) hexdec(substr($colour, 5, 2))];
    }
}
