<?php

declare(strict_types=1);

namespace Counterfoil\Documents\Fonts;

use RuntimeException;

/** From characters to glyphs: the table "cmap", formats 4 and 12, which are what fonts of today have. */
final class CharacterMap
{
    /** @var list<array{int, int, int, int}> first and last character; the first one's glyph, or where its glyph's number stands, by kind 0 or 1 */
    private array $ranges = [];

    public function __construct(private readonly FontBytes $bytes, int $table)
    {
        $best = null;
        for ($i = 0, $count = $bytes->number($table + 2, 2); $i < $count; ++$i) {
            $place = $table + $bytes->number($table + 8 + 8 * $i, 4);
            $format = $bytes->number($place, 2);
            if (in_array($bytes->number($table + 4 + 8 * $i, 2), [0, 3], true) && ($format === 12 || ($format === 4 && $best === null))) {
                $best = [$place, $format];
            }
        }
        [$place, $format] = $best ?? throw new RuntimeException('A font has no map of characters that is known here.');
        $format === 12 ? $this->read_groups($place) : $this->read_segments($place);
    }

    public function glyph(int $character): int
    {
        [$low, $high] = [0, count($this->ranges) - 1];
        while ($low <= $high) {
            $middle = $low + $high >> 1;
            [$first, $last, $glyph, $kind] = $this->ranges[$middle];
            if ($character < $first) {
                $high = $middle - 1;
            } elseif ($character > $last) {
                $low = $middle + 1;
            } else {
                return $kind === 0 ? $glyph + $character - $first & 0xFFFF : $this->bytes->number($glyph + 2 * ($character - $first), 2);
            }
        }

        return 0;
    }

    private function read_groups(int $place): void
    {
        $count = $this->bytes->number($place + 12, 4);
        $words = array_values(unpack('N*', $this->bytes->at($place + 16, 12 * $count)) ?: []);
        for ($i = 0; $i < 3 * $count; $i += 3) {
            $this->ranges[] = [$words[$i], $words[$i + 1], $words[$i + 2], 0];
        }
    }

    private function read_segments(int $place): void
    {
        $count = $this->bytes->number($place + 6, 2) >> 1;
        $words = array_values(unpack('n*', $this->bytes->at($place + 14, 8 * $count + 2)) ?: []);
        for ($i = 0; $i < $count; ++$i) {
            [$last, $first, $delta, $offset] = [$words[$i], $words[$count + 1 + $i], $words[2 * $count + 1 + $i], $words[3 * $count + 1 + $i]];
            $this->ranges[] = $offset === 0
                ? [$first, $last, $first + $delta & 0xFFFF, 0]
                : [$first, $last, $place + 16 + 6 * $count + 2 * $i + $offset, 1];
        }
    }
}
