<?php

declare(strict_types=1);

namespace Counterfoil\Bank\Formats;

/** What a file without a declaration is written in. */
enum Charset: string
{
    case Utf8 = 'UTF-8';
    case Windows1250 = 'Windows-1250';
    case Windows1252 = 'Windows-1252';
    case Latin2 = 'ISO-8859-2';
    case Cp852 = 'CP852';

    /** Bytes of Polish letters, by charset; what a bank in Poland would never write counts against it. */
    private const POLISH = [
        'Windows-1250' => "\xB9\xE6\xEA\xB3\xF1\xF3\x9C\x9F\xBF\xA5\xC6\xCA\xA3\xD1\xD3\x8C\x8F\xAF",
        'ISO-8859-2' => "\xB1\xE6\xEA\xB3\xF1\xF3\xB6\xBC\xBF\xA1\xC6\xCA\xA3\xD1\xD3\xA6\xAC\xAF",
        'CP852' => "\xA5\x86\xA9\x88\xE4\xA2\x98\xAB\xBE\xA4\x8F\xA8\x9D\xE3\xE0\x97\x8D\xBD",
    ];

    /** Bytes of German, French, Dutch and Scandinavian letters. */
    private const WESTERN = "\xE4\xF6\xFC\xC4\xD6\xDC\xDF\xE9\xE8\xEA\xEB\xE0\xE7\xEE\xEF\xF4\xFB\xE5\xF8\xE6\xC5\xD8\xC6\xC9\xF1\x80";

    /** Bytes that a guess is made from. */
    private const ENOUGH = 20_000;

    /** By the first letters of a file that are no ASCII, wherever they stand in it. */
    public static function of_file(string $path): self
    {
        $letters = '';
        $file = fopen($path, 'r');
        while ($file !== false && strlen($letters) < self::ENOUGH && ($bytes = fread($file, 65_536)) !== false && $bytes !== '') {
            $letters .= preg_replace('/[\x00-\x7F]+/', ' ', $bytes);
        }
        $file === false || fclose($file);

        return self::of(substr($letters, 0, self::ENOUGH));
    }

    /**
     * Windows calls UTF-16 "Unicode text", and some banks export it.
     *
     * @return string where the file can be read as UTF-8; the path itself for all others
     */
    public static function without_utf16(string $path): string
    {
        $start = (string) file_get_contents($path, false, null, 0, 200);
        // Without a mark, every other byte of ASCII is zero.
        $name = match (true) {
            str_starts_with($start, "\xFF\xFE"), preg_match('/^(?:[^\x00]\x00){10}/', $start) === 1 => 'UTF-16LE',
            str_starts_with($start, "\xFE\xFF"), preg_match('/^(?:\x00[^\x00]){10}/', $start) === 1 => 'UTF-16BE',
            default => null,
        };

        return $name === null ? $path : "php://filter/read=convert.iconv.{$name}.UTF-8/resource={$path}";
    }

    /** A guess from the bytes that are no ASCII. */
    private static function of(string $bytes): self
    {
        // What was cut in the middle of a letter is UTF-8 nevertheless.
        for ($cut = 0; $cut < (strlen($bytes) < self::ENOUGH ? 1 : 4); ++$cut) {
            if (mb_check_encoding(substr($bytes, 0, strlen($bytes) - $cut), 'UTF-8')) {
                return self::Utf8;
            }
        }
        $counts = array_filter(count_chars($bytes, 1), static fn (int $byte): bool => $byte > 127, ARRAY_FILTER_USE_KEY);
        $fits = static fn (string $letters): int => array_sum(array_map(static fn (int $byte): int => str_contains($letters, chr($byte)) ? $counts[$byte] : -3 * $counts[$byte], array_keys($counts)));
        $scores = [self::Windows1252->value => $fits(self::WESTERN), ...array_map($fits, self::POLISH)];
        arsort($scores);

        return self::from((string) array_key_first($scores));
    }

    public function decoded(string $bytes): string
    {
        if ($this === self::Utf8) {
            return mb_scrub($bytes, 'UTF-8');
        }
        $text = iconv($this->value === 'Windows-1250' ? 'CP1250' : $this->value, 'UTF-8//IGNORE', $bytes);

        return $text === false ? mb_scrub($bytes, 'UTF-8') : $text;
    }
}
