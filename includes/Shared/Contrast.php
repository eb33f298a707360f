<?php

declare(strict_types=1);

namespace Counterfoil\Shared;

/**
 * Whether text can be read on a colour. Source: WCAG 2.2, "contrast ratio" and "relative luminance",
 * https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio. Colours are "#1a2b3c".
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

    private static function luminance(string $colour): float
    {
        $linear = array_map(static function (string $hex): float {
            $channel = hexdec($hex) / 255;

            return $channel <= 0.04045 ? $channel / 12.92 : (($channel + 0.055) / 1.055) ** 2.4;
        }, str_split(substr($colour, 1), 2));

        return 0.2126 * $linear[0] + 0.7152 * $linear[1] + 0.0722 * $linear[2];
    }
}
