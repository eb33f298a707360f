<?php

declare(strict_types=1);

namespace Counterfoil\Bank\Formats;

use Counterfoil\Shared\DomainError;

/**
 * How a CSV file is written and what its columns are called. Many banks put an address or a balance above the header: it is
 * the first row of words that is as wide as the rows with dates below it.
 */
final readonly class CsvHeader
{
    private const HEAD = 65_536;
    private const SEPARATORS = [';', ',', "\t", '|'];
    private const SAMPLES = 20;

    /**
     * @param non-empty-string $separator
     * @param list<string> $columns
     * @param list<list<string>> $samples the first rows below it
     */
    private function __construct(
        public string $separator,
        public Charset $charset,
        /** How many rows stand before the first line */
        public int $rows_above,
        public array $columns,
        public array $samples,
    ) {
    }

    /** @throws DomainError 400 when it is no table of lines */
    public static function of(string $path): self
    {
        $head = (string) file_get_contents($path, false, null, 0, self::HEAD);
        if (str_contains($head, "\0")) {
            throw self::unknown();
        }
        $charset = Charset::of_file($path);
        $best = null;
        foreach (self::SEPARATORS as $separator) {
            $found = self::with($head, $separator, $charset);
            $best = $found !== null && count($found->columns) > count($best->columns ?? []) ? $found : $best;
        }

        return $best ?? throw self::unknown();
    }

    /** Files with the same columns have the same one. */
    public function shape(): string
    {
        return hash('sha256', $this->separator . '|' . implode('|', array_map(static fn (string $name): string => mb_strtolower(trim($name)), $this->columns)));
    }

    /**
     * Rows one after another, with the line each begins on.
     *
     * @param resource $file
     * @return iterable<int, list<string>>
     */
    public static function rows(mixed $file, string $separator, Charset $charset): iterable
    {
        $line = 1;
        if (fread($file, 3) !== "\xEF\xBB\xBF") {
            rewind($file);
        }
        while (($cells = fgetcsv($file, null, $separator, '"', '')) !== false) {
            $newlines = 0;
            $row = [];
            foreach ($cells as $cell) {
                $newlines += substr_count((string) $cell, "\n");
                if (self::swallows((string) $cell, $separator)) {
                    throw StatementError::at($line, __('A quotation mark is missing: a field goes on over the next lines.', 'counterfoil'));
                }
                $row[] = CamtNode::tidy($charset->decoded((string) $cell));
            }
            yield $line => $row;
            $line += 1 + $newlines;
        }
    }

    /** Whether a cell that was never closed holds lines that come after it. */
    private static function swallows(string $cell, string $separator): bool
    {
        $further = explode("\n", $cell, 20);
        unset($further[0]);

        return array_filter($further, static fn (string $text): bool => self::is_line(array_map(static fn (?string $part): string => trim((string) $part), str_getcsv($text, $separator, '"', '')))) !== [];
    }

    /** @param non-empty-string $separator */
    private static function with(string $head, string $separator, Charset $charset): ?self
    {
        $file = fopen('php://memory', 'r+');
        if ($file === false) {
            return null;
        }
        fwrite($file, $head);
        rewind($file);
        $rows = [];
        foreach (self::rows($file, $separator, $charset) as $row) {
            $rows[] = $row;
        }
        fclose($file);
        foreach ($rows as $index => $row) {
            if (! self::is_line($row)) {
                continue;
            }
            // The header is the last row of as many words above it; a file may have none.
            for ($above = $index - 1; $above >= 0; --$above) {
                if (self::is_header($rows[$above], count($row))) {
                    return new self($separator, $charset, $above + 1, self::named($rows[$above], count($row)), self::samples($rows, $index));
                }
            }

            return new self($separator, $charset, $index, self::named([], count($row)), self::samples($rows, $index));
        }

        return null;
    }

    /**
     * A date and an amount stand in it.
     *
     * @param list<string> $row
     */
    private static function is_line(array $row): bool
    {
        $dates = array_filter($row, static fn (string $cell): bool => CsvGuess::date_format([$cell]) !== null);
        $amounts = array_filter($row, static fn (string $cell): bool => CsvGuess::is_amount($cell) && CsvGuess::date_format([$cell]) === null);

        return count($row) > 2 && $dates !== [] && $amounts !== [];
    }

    /** @param list<string> $row */
    private static function is_header(array $row, int $width): bool
    {
        $words = array_filter($row, static fn (string $cell): bool => preg_match('/\p{L}{2}/u', $cell) === 1 && CsvGuess::date_format([$cell]) === null);

        return abs(count($row) - $width) <= 1 && count($words) >= min(3, $width) && ! self::is_line($row);
    }

    /**
     * @param list<string> $names
     * @return list<string> every column has a name
     */
    private static function named(array $names, int $width): array
    {
        $columns = [];
        for ($index = 0; $index < max($width, count($names)); ++$index) {
            $name = mb_substr(ltrim($names[$index] ?? '', '#'), 0, 190);
            /* translators: %d: number of a column */
            $columns[] = $name !== '' ? $name : sprintf(__('Column %d', 'counterfoil'), $index + 1);
        }

        return $columns;
    }

    /**
     * @param list<list<string>> $rows
     * @return list<list<string>>
     */
    private static function samples(array $rows, int $from): array
    {
        return array_values(array_filter(array_slice($rows, $from, self::SAMPLES), self::is_line(...)));
    }

    private static function unknown(): DomainError
    {
        return StatementError::in_general(__('No transactions with a date and an amount were found in this file. Export the statement from your bank as CAMT.053, MT940 or CSV.', 'counterfoil'));
    }
}
