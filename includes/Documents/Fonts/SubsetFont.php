<?php

declare(strict_types=1);

namespace Counterfoil\Documents\Fonts;

/** A TrueType font with the glyphs of a few characters: what one document needs of a large font. */
final readonly class SubsetFont
{
    /**
     * @param string $bytes the font's file
     * @param array<int, int> $glyphs its glyph for each character
     * @param list<int> $widths of each glyph, in thousandths of the font's size
     */
    private function __construct(
        public string $bytes,
        public array $glyphs,
        public array $widths,
        public int $ascender,
        public int $descender,
    ) {
    }

    /** @param list<int> $characters of Unicode's first plane; those the font has not are left out */
    public static function of(FontFile $font, array $characters): self
    {
        sort($characters);
        $outlines = $font->outlines();
        $old = [0];
        $glyphs = [];
        foreach (array_unique($characters) as $character) {
            $glyph = $font->glyph($character);
            if ($glyph !== 0) {
                $at = array_search($glyph, $old, true);
                $glyphs[$character] = $at === false ? array_push($old, $glyph) - 1 : $at;
            }
        }
        $records = [];
        for ($i = 0; $i < count($old); ++$i) {
            $records[$i] = $outlines->record($old[$i]);
            foreach ($outlines->parts($records[$i]) as $part) {
                in_array($part, $old, true) || $old[] = $part;
            }
        }
        $numbers = array_flip($old);
        $records = array_map(static fn (string $record): string => $outlines->renumbered($record, static fn (int $part): int => $numbers[$part]), $records);
        $advances = array_map($font->advance(...), $old);
        $scale = 1000 / $font->units_per_em;

        return new self(
            self::file($font, $records, $advances, $glyphs),
            $glyphs,
            array_map(static fn (int $advance): int => (int) round($advance * $scale), $advances),
            (int) round($font->ascender * $scale),
            (int) round($font->descender * $scale),
        );
    }

    /**
     * @param array<int, string> $records
     * @param list<int> $advances
     * @param array<int, int> $glyphs
     */
    private static function file(FontFile $font, array $records, array $advances, array $glyphs): string
    {
        $count = count($records);
        $loca = $glyf = $hmtx = '';
        foreach ($records as $i => $record) {
            $loca .= pack('N', strlen($glyf));
            $glyf .= $record . str_repeat("\0", -strlen($record) & 3);
            $hmtx .= pack('nn', $advances[$i], $record === '' ? 0 : (ord($record[2]) << 8 | ord($record[3])));
        }
        $loca .= pack('N', strlen($glyf));
        $descender = $font->descender & 0xFFFF;
        $tables = [
            'OS/2' => pack('n', 4) . str_repeat("\0", 66) . pack('n3', $font->ascender, $descender, 0) . pack('n2', $font->ascender, -$font->descender & 0xFFFF) . str_repeat("\0", 18),
            'cmap' => self::map($glyphs),
            'glyf' => $glyf === '' ? "\0\0\0\0" : $glyf,
            'head' => pack('N4n2', 0x10000, 0x10000, 0, 0x5F0F3CF5, 0, $font->units_per_em) . str_repeat("\0", 16)
                . pack('n9', 0, $descender, $font->units_per_em, $font->ascender, 0, 8, 2, 1, 0),
            'hhea' => pack('N', 0x10000) . pack('n4', $font->ascender, $descender, 0, max(0, ...$advances)) . str_repeat("\0", 22) . pack('n', $count),
            'hmtx' => $hmtx,
            'loca' => $loca,
            'maxp' => pack('Nn', 0x10000, $count) . str_repeat("\xFF", 8) . pack('n', 2) . str_repeat("\0", 16),
            'name' => pack('n3', 0, 1, 18) . pack('n6', 3, 1, 0x409, 6, 8, 0) . mb_convert_encoding('Site', 'UTF-16BE', 'UTF-8'),
            'post' => pack('N', 0x30000) . str_repeat("\0", 28),
        ];

        return self::with_directory($tables);
    }

    /**
     * Format 4, a segment for each character: both painters read it.
     *
     * @param array<int, int> $glyphs
     */
    private static function map(array $glyphs): string
    {
        $ends = $starts = $deltas = '';
        foreach ($glyphs + [0xFFFF => 0] as $character => $glyph) {
            $ends .= pack('n', $character);
            $starts .= pack('n', $character);
            $deltas .= pack('n', $glyph - $character & 0xFFFF);
        }
        $count = count($glyphs) + 1;
        $power = 2 ** (int) floor(log($count, 2));
        $table = pack('n4', 2 * $count, 2 * $power, (int) log($power, 2), 2 * ($count - $power)) . $ends . "\0\0" . $starts . $deltas . str_repeat("\0\0", $count);

        return pack('n2', 0, 1) . pack('nnN', 3, 1, 12) . pack('n3', 4, strlen($table) + 6, 0) . $table;
    }

    /** @param array<string, string> $tables sorted by their tags */
    private static function with_directory(array $tables): string
    {
        $count = count($tables);
        $power = 2 ** (int) floor(log($count, 2));
        $directory = pack('Nn4', 0x10000, $count, 16 * $power, (int) log($power, 2), 16 * ($count - $power));
        $body = '';
        $start = 12 + 16 * $count;
        foreach ($tables as $tag => $table) {
            $padded = $table . str_repeat("\0", -strlen($table) & 3);
            $sum = array_sum(unpack('N*', $padded) ?: []) & 0xFFFFFFFF;
            $directory .= $tag . pack('N3', $sum, $start + strlen($body), strlen($table));
            $body .= $padded;
        }

        return $directory . $body;
    }
}
