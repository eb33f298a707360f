<?php

declare(strict_types=1);

namespace Counterfoil\Documents\Fonts;

/** Glyphs of a TrueType font: taken as they are. */
final readonly class TrueTypeOutlines implements Outlines
{
    private const WORDS = 0x0001;
    private const SCALE = 0x0008;
    private const MORE = 0x0020;
    private const TWO_SCALES = 0x0040;
    private const MATRIX = 0x0080;

    public function __construct(private FontBytes $bytes, private int $loca, private int $glyf, private bool $is_long)
    {
    }

    public function record(int $glyph): string
    {
        [$from, $to] = $this->is_long
            ? [$this->bytes->number($this->loca + 4 * $glyph, 4), $this->bytes->number($this->loca + 4 * $glyph + 4, 4)]
            : [2 * $this->bytes->number($this->loca + 2 * $glyph, 2), 2 * $this->bytes->number($this->loca + 2 * $glyph + 2, 2)];

        return $this->bytes->at($this->glyf + $from, max(0, $to - $from));
    }

    public function parts(string $record): array
    {
        return array_map(static fn (int $at): int => self::word($record, $at), self::places($record));
    }

    public function renumbered(string $record, callable $renumber): string
    {
        foreach (self::places($record) as $at) {
            $record = substr_replace($record, pack('n', $renumber(self::word($record, $at))), $at, 2);
        }

        return $record;
    }

    /** @return list<int> where in a composite glyph the numbers of its parts stand */
    private static function places(string $record): array
    {
        if ($record === '' || self::word($record, 0) < 0x8000) {
            return [];
        }
        $places = [];
        $at = 10;
        do {
            $flags = self::word($record, $at);
            $places[] = $at + 2;
            $at += 4 + ($flags & self::WORDS ? 4 : 2) + ($flags & self::SCALE ? 2 : 0) + ($flags & self::TWO_SCALES ? 4 : 0) + ($flags & self::MATRIX ? 8 : 0);
        } while (($flags & self::MORE) !== 0 && $at + 4 <= strlen($record));

        return $places;
    }

    private static function word(string $record, int $at): int
    {
        return ord($record[$at] ?? "\0") << 8 | ord($record[$at + 1] ?? "\0");
    }
}
