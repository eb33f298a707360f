<?php

declare(strict_types=1);

namespace Counterfoil\Documents\Text;

/**
 * The bidirectional class of a code point (UAX #9, table 4), for what the font can draw. PHP's intl
 * knows them all, but a site need not have it.
 */
enum BidiClass
{
    case L;
    case R;
    case AL;
    case EN;
    case ES;
    case ET;
    case AN;
    case CS;
    case NSM;
    case WS;
    case ON;

    public static function of(int $c): self
    {
        return match (true) {
            $c >= 0x30 && $c <= 0x39, $c === 0xB2, $c === 0xB3, $c === 0xB9 => self::EN,
            $c >= 0x41 && $c <= 0x5A, $c >= 0x61 && $c <= 0x7A, $c === 0xAA, $c === 0xB5, $c === 0xBA => self::L,
            $c === 0x20 => self::WS,
            $c === 0x2B, $c === 0x2D => self::ES,
            $c >= 0x23 && $c <= 0x25, $c >= 0xA2 && $c <= 0xA5, $c === 0xB0, $c === 0xB1 => self::ET,
            $c === 0x2C, $c === 0x2E, $c === 0x2F, $c === 0x3A, $c === 0xA0, $c === 0x202F => self::CS,
            $c < 0xC0, $c === 0xD7, $c === 0xF7 => self::ON,
            $c >= 0x300 && $c <= 0x36F => self::NSM,
            $c < 0x590 => self::L,
            $c < 0x600 => self::is_hebrew_point($c) ? self::NSM : self::R,
            $c < 0x700 => self::of_arabic($c),
            $c >= 0x207F && $c <= 0x209C => $c >= 0x2080 && $c <= 0x2089 ? self::EN : self::ON,
            $c >= 0x20A0 && $c <= 0x20CF, $c >= 0x2030 && $c <= 0x2034 => self::ET,
            $c === 0x2044 => self::CS,
            $c >= 0x2010 && $c <= 0x2BFF => $c === 0x2126 ? self::L : self::ON,
            $c >= 0xFB1D && $c <= 0xFB4F => self::R,
            $c >= 0xFB50 && $c <= 0xFDFF, $c >= 0xFE70 && $c <= 0xFEFE => self::AL,
            $c === 0xFFFD => self::ON,
            default => self::L,
        };
    }

    private static function of_arabic(int $c): self
    {
        return match (true) {
            $c >= 0x660 && $c <= 0x669, $c === 0x66B, $c === 0x66C => self::AN,
            $c >= 0x6F0 && $c <= 0x6F9 => self::EN,
            $c === 0x60C => self::CS,
            $c === 0x66A => self::ET,
            $c >= 0x64B && $c <= 0x65F, $c === 0x670 => self::NSM,
            default => self::AL,
        };
    }

    private static function is_hebrew_point(int $c): bool
    {
        return ($c >= 0x591 && $c <= 0x5BD) || in_array($c, [0x5BF, 0x5C1, 0x5C2, 0x5C4, 0x5C5, 0x5C7], true);
    }
}
