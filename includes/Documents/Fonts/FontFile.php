<?php

declare(strict_types=1);

namespace Counterfoil\Documents\Fonts;

use RuntimeException;

/**
 * One face of an OpenType font: .ttf, .otf, or one of a collection, .ttc.
 * Source: https://learn.microsoft.com/typography/opentype/spec/
 */
final class FontFile
{
    public readonly int $units_per_em;
    public readonly int $ascender;
    public readonly int $descender;

    private readonly FontBytes $bytes;

    /** @var array<string, array{int, int}> offset and length by tag */
    private array $tables = [];
    private int $metrics = 0;
    private ?CharacterMap $map = null;
    private ?Outlines $outlines = null;

    /** @throws RuntimeException when it is no font, or one that this does not read */
    public function __construct(public readonly string $path, int $face = 0)
    {
        $this->bytes = FontBytes::open($path);
        $start = self::faces($this->bytes)[$face] ?? throw new RuntimeException("{$path} has no face {$face}.");
        $count = $this->bytes->number($start + 4, 2);
        for ($i = 0; $i < $count; ++$i) {
            $record = $start + 12 + 16 * $i;
            $this->tables[$this->bytes->at($record, 4)] = [$this->bytes->number($record + 8, 4), $this->bytes->number($record + 12, 4)];
        }
        $this->units_per_em = max(1, $this->bytes->number($this->table('head') + 18, 2));
        $this->ascender = $this->bytes->signed($this->table('hhea') + 4);
        $this->descender = $this->bytes->signed($this->table('hhea') + 6);
        $this->metrics = $this->bytes->number($this->table('hhea') + 34, 2);
    }

    /** @return list<int> where each face begins */
    public static function faces(FontBytes $bytes): array
    {
        $tag = $bytes->at(0, 4);
        if ($tag === 'ttcf') {
            return array_map(static fn (int $i): int => $bytes->number(12 + 4 * $i, 4), range(0, max(1, min(64, $bytes->number(8, 4))) - 1));
        }

        return in_array($tag, ["\0\1\0\0", 'OTTO', 'true'], true) ? [0] : throw new RuntimeException('This is no OpenType font.');
    }

    /** The number of the glyph that draws a character; 0 when there is none. */
    public function glyph(int $character): int
    {
        $this->map ??= new CharacterMap($this->bytes, $this->table('cmap'));

        return $this->map->glyph($character);
    }

    /** How far the next glyph is, in the font's units. */
    public function advance(int $glyph): int
    {
        return $this->bytes->number($this->table('hmtx') + 4 * min($glyph, $this->metrics - 1), 2);
    }

    /** How it is drawn. */
    public function outlines(): Outlines
    {
        return $this->outlines ??= isset($this->tables['CFF '])
            ? new CffOutlines($this->bytes, $this->table('CFF '))
            : new TrueTypeOutlines($this->bytes, $this->table('loca'), $this->table('glyf'), $this->bytes->number($this->table('head') + 50, 2) === 1);
    }

    /** "Noto Sans CJK JP"; of the name table's entries the family's, in English where there is one. */
    public function family(): string
    {
        $table = $this->table('name');
        $strings = $table + $this->bytes->number($table + 4, 2);
        $found = '';
        for ($i = 0, $count = $this->bytes->number($table + 2, 2); $i < $count; ++$i) {
            $record = $table + 6 + 12 * $i;
            [$platform, $language, $name] = [$this->bytes->number($record, 2), $this->bytes->number($record + 4, 2), $this->bytes->number($record + 6, 2)];
            if ($platform !== 3 || ! in_array($name, [1, 16], true)) {
                continue;
            }
            $text = mb_convert_encoding($this->bytes->at($strings + $this->bytes->number($record + 10, 2), $this->bytes->number($record + 8, 2)), 'UTF-8', 'UTF-16BE');
            if ($found === '' || $language === 0x409) {
                $found = (string) $text;
            }
        }

        return $found;
    }

    /** Variable fonts draw by tables that are not read here. */
    public function is_variable(): bool
    {
        return isset($this->tables['fvar']);
    }

    private function table(string $tag): int
    {
        return $this->tables[$tag][0] ?? throw new RuntimeException("{$this->path} has no table {$tag}.");
    }
}
