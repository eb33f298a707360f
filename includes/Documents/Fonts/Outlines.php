<?php

declare(strict_types=1);

namespace Counterfoil\Documents\Fonts;

/** How a font's glyphs are drawn, in the form of TrueType's table "glyf", which both painters read. */
interface Outlines
{
    /** @return string its record; empty for a blank */
    public function record(int $glyph): string;

    /** @return list<int> the glyphs that a record is put together from */
    public function parts(string $record): array;

    /** @param callable(int): int $renumber the same record with other numbers for its parts */
    public function renumbered(string $record, callable $renumber): string;
}
