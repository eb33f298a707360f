<?php

declare(strict_types=1);

namespace Counterfoil\Documents;

/** The document's colours: its greys, and the brand's colour made dark enough to read on paper. */
final readonly class Colour
{
    public const INK = '#1a1f36';
    public const GREY = '#5b6274';
    public const HAIRLINE = '#e3e6ec';

    /** WCAG 2.2, 1.4.3: the least contrast of text. */
    private const READABLE = 4.5;

    /**
     * @param string $colour #rrggbb
     * @return string the same hue, darkened until it can be read on white
     */
    public static function readable(string $colour): string
    {
        $channels = self::channels($colour);
        while (self::contrast_with_white($channels) < self::READABLE) {
            $channels = array_map(static fn (int $channel): int => (int) floor($channel * 0.95), $channels);
        }

        return vsprintf('#%02x%02x%02x', $channels);
    }

    /** @return array{int, int, int} */
    public static function channels(string $colour): array
    {
        return [
            (int) hexdec(substr($colour, 1, 2)),
            (int) hexdec(substr($colour, 3, 2)),
            (int) hexdec(substr($colour, 5, 2)),
        ];
    }

    /**
     * WCAG 2.2, "relative luminance" and "contrast ratio".
     *
     * @param array<int> $channels
     */
    private static function contrast_with_white(array $channels): float
    {
        $linear = array_map(static function (int $channel): float {
            $share = $channel / 255;

            return $share <= 0.04045 ? $share / 12.92 : (($share + 0.055) / 1.055) ** 2.4;
        }, array_values($channels));

        return 1.05 / (0.2126 * $linear[0] + 0.7152 * $linear[1] + 0.0722 * $linear[2] + 0.05);
    }
}
