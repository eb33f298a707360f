<?php

declare(strict_types=1);

namespace Counterfoil\Documents\Fonts;

/** Numbers by operator, as CFF has them (Adobe's Technical Note 5176, 4); of those with two bytes, 1200 and the second. */
final readonly class CffDict
{
    public const CHAR_STRINGS = 17;
    public const PRIVATE = 18;
    public const SUBRS = 19;
    public const FD_ARRAY = 1236;
    public const FD_SELECT = 1237;

    /** @return array<int, list<int>> fractions are left out: no offset is one */
    public static function read(string $bytes): array
    {
        $dict = [];
        $operands = [];
        for ($i = 0, $length = strlen($bytes); $i < $length; ++$i) {
            $byte = ord($bytes[$i]);
            if ($byte <= 21) {
                $dict[$byte === 12 ? 1200 + ord($bytes[++$i]) : $byte] = $operands;
                $operands = [];
            } elseif ($byte === 30) {
                do {
                    $nibbles = ord($bytes[++$i]);
                } while (($nibbles & 0x0F) !== 0x0F && $nibbles >> 4 !== 0x0F);
                $operands[] = 0;
            } elseif ($byte === 28 || $byte === 29) {
                $size = $byte === 28 ? 2 : 4;
                $value = 0;
                for ($j = 1; $j <= $size; ++$j) {
                    $value = $value << 8 | ord($bytes[$i + $j]);
                }
                $operands[] = $value >= 1 << 8 * $size - 1 ? $value - (1 << 8 * $size) : $value;
                $i += $size;
            } elseif ($byte <= 246) {
                $operands[] = $byte - 139;
            } else {
                $next = ord($bytes[++$i]);
                $operands[] = $byte <= 250 ? ($byte - 247) * 256 + $next + 108 : -($byte - 251) * 256 - $next - 108;
            }
        }

        return $dict;
    }
}
