<?php

declare(strict_types=1);

namespace Counterfoil\Documents\Fonts;

use RuntimeException;

/** Glyphs of a font with PostScript outlines (.otf), as TrueType: neither painter reads those. */
final class CffOutlines implements Outlines
{
    private readonly CffIndex $glyphs;
    private readonly CffIndex $subroutines;
    private readonly ?CffIndex $dicts;

    /** Where it stands which dictionary a glyph has; 0 when there is one for all */
    private readonly int $select;

    /** @var array<int, CffIndex|null> by dictionary */
    private array $local = [];

    /** @var array<int, list<int>> */
    private readonly array $top;

    public function __construct(private readonly FontBytes $bytes, private readonly int $table)
    {
        $names = new CffIndex($bytes, $table + $bytes->number($table + 2, 1));
        $tops = new CffIndex($bytes, $names->end);
        $strings = new CffIndex($bytes, $tops->end);
        $this->subroutines = new CffIndex($bytes, $strings->end);
        $this->top = CffDict::read($tops->get(0));
        $this->glyphs = new CffIndex($bytes, $table + ($this->top[CffDict::CHAR_STRINGS][0] ?? throw new RuntimeException('A font has no outlines.')));
        $this->dicts = isset($this->top[CffDict::FD_ARRAY]) ? new CffIndex($bytes, $table + $this->top[CffDict::FD_ARRAY][0]) : null;
        $this->select = isset($this->top[CffDict::FD_SELECT]) ? $table + $this->top[CffDict::FD_SELECT][0] : 0;
    }

    public function record(int $glyph): string
    {
        return (new CharString($this->subroutines, $this->local($this->dict_of($glyph))))->draw($this->glyphs->get($glyph))->record();
    }

    public function parts(string $record): array
    {
        return [];
    }

    public function renumbered(string $record, callable $renumber): string
    {
        return $record;
    }

    /** Technical Note 5176, 19. */
    private function dict_of(int $glyph): int
    {
        if ($this->select === 0) {
            return 0;
        }
        if ($this->bytes->number($this->select, 1) === 0) {
            return $this->bytes->number($this->select + 1 + $glyph, 1);
        }
        [$low, $high] = [0, $this->bytes->number($this->select + 1, 2) - 1];
        while ($low < $high) {
            $middle = $low + $high + 1 >> 1;
            $this->bytes->number($this->select + 3 + 3 * $middle, 2) <= $glyph ? $low = $middle : $high = $middle - 1;
        }

        return $this->bytes->number($this->select + 5 + 3 * $low, 1);
    }

    private function local(int $dict): ?CffIndex
    {
        if (! array_key_exists($dict, $this->local)) {
            $owner = $this->dicts === null ? $this->top : CffDict::read($this->dicts->get($dict));
            [$size, $place] = $owner[CffDict::PRIVATE] ?? [0, 0];
            $subroutines = CffDict::read($this->bytes->at($this->table + $place, $size))[CffDict::SUBRS][0] ?? null;
            $this->local[$dict] = $subroutines === null ? null : new CffIndex($this->bytes, $this->table + $place + $subroutines);
        }

        return $this->local[$dict];
    }
}
