<?php

declare(strict_types=1);

namespace Counterfoil\Shared\Rest;

use Closure;
use Counterfoil\Shared\Money\Money;
use Throwable;

/** A table as an answer (RFC 4180), written while it is read: as long as it may be, only a part of it is in memory. */
final readonly class CsvFile implements Streamed
{
    /** Excel reads UTF-8 as such only behind its mark. */
    public const MARK = "\u{FEFF}";

    /**
     * @param string $name without its ending, "Invoices 2026-03-31"
     * @param list<string> $head names of the columns
     * @param Closure(): iterable<list<string|Money>> $rows cells in the order of the columns
     */
    public function __construct(private string $name, private array $head, private Closure $rows)
    {
    }

    public function headers(): array
    {
        return ['Content-Type' => 'text/csv; charset=utf-8', 'Content-Disposition' => $this->disposition()];
    }

    /** RFC 6266: plain for all, and as it is for those that read it. */
    public function disposition(): string
    {
        $plain = trim((string) preg_replace('/[^A-Za-z0-9._-]+/', '-', remove_accents($this->name)), '-.');

        return 'attachment; filename="' . ($plain !== '' ? $plain : 'export') . ".csv\"; filename*=UTF-8''" . rawurlencode($this->name . '.csv');
    }

    /** @return iterable<string> the file, in parts */
    public function parts(): iterable
    {
        yield self::MARK . self::line($this->head);
        try {
            foreach (($this->rows)() as $cells) {
                yield self::line($cells);
            }
        } catch (Throwable $error) {
            // The beginning has gone out: half a list must not look like a whole one.
            Errors::from_bug($error);
            yield self::line([__('Something went wrong, and the export is incomplete. Please export again.', 'counterfoil')]);
        }
    }

    /** All of it at once, where a file is answered that is known to be short. */
    public function whole(): Download
    {
        return new Download(implode('', iterator_to_array($this->parts(), false)), "{$this->name}.csv", 'text/csv; charset=utf-8', is_saved: true);
    }

    /**
     * One row, as it stands in the file.
     *
     * @param list<string|Money> $cells
     */
    public static function line(array $cells): string
    {
        return implode(',', array_map(self::cell(...), $cells)) . "\r\n";
    }

    /**
     * Spreadsheets take text that begins with = + - @, a tab or a carriage return for a formula, and a client's name may
     * begin so: those get an apostrophe in front (OWASP, "CSV injection"). Amounts are made here of digits and stay numbers.
     */
    private static function cell(string|Money $cell): string
    {
        if ($cell instanceof Money) {
            return $cell->to_decimal();
        }
        $text = preg_match('/^\s*[=+\-@＝＋－＠]|^[\t\r\n]/u', $cell) === 1 ? "'{$cell}" : $cell;

        return preg_match('/[",;\r\n]/', $text) === 1 ? '"' . str_replace('"', '""', $text) . '"' : $text;
    }
}
