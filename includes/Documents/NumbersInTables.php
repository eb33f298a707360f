<?php

declare(strict_types=1);

namespace Counterfoil\Documents;

use Counterfoil\Shared\Database\Database;

/** Which numbers documents have, read from their own tables: columns kind, series_period, series_number and number. */
final readonly class NumbersInTables implements UsedNumbers
{
    /**
     * @param array<string, string> $tables names without prefix, by the value of the kind
     * @param list<string> $voided those of the tables whose documents may be void, by a column status
     */
    public function __construct(private Database $database, private array $tables, private array $voided = [])
    {
    }

    public function highest(DocumentKind $kind, string $period): int
    {
        return (int) $this->database->value(
            "SELECT MAX(series_number) FROM {$this->table($kind)} WHERE kind = ? AND series_period = ?",
            [$kind->value, $period]
        );
    }

    public function is_taken(DocumentKind $kind, string $number): bool
    {
        return $this->database->value("SELECT id FROM {$this->table($kind)} WHERE number = ? AND kind = ?", [$number, $kind->value]) !== null;
    }

    public function periods(DocumentKind $kind): array
    {
        $rows = $this->database->rows(
            "SELECT DISTINCT series_period FROM {$this->table($kind)} WHERE kind = ? AND series_period IS NOT NULL",
            [$kind->value]
        );

        return array_map(static fn (array $row): string => (string) $row['series_period'], $rows);
    }

    public function missing(DocumentKind $kind, string $period): array
    {
        $table = $this->table($kind);
        // Each number whose one before is missing, and the last one there is below it.
        $rows = $this->database->rows(
            "SELECT a.series_number AS number, (
                SELECT MAX(c.series_number) FROM {$table} c WHERE c.kind = a.kind AND c.series_period = a.series_period AND c.series_number < a.series_number
            ) AS below
            FROM {$table} a LEFT JOIN {$table} b ON b.kind = a.kind AND b.series_period = a.series_period AND b.series_number = a.series_number - 1
            WHERE a.kind = ? AND a.series_period = ? AND a.series_number > 1 AND b.id IS NULL ORDER BY a.series_number",
            [$kind->value, $period]
        );

        return array_map(static fn (array $row): array => ['first' => (int) $row['below'] + 1, 'last' => (int) $row['number'] - 1], $rows);
    }

    public function tally(DocumentKind $kind, string $period): SeriesTally
    {
        $void = in_array($this->tables[$kind->value], $this->voided, true) ? "SUM(status = 'void')" : '0';
        $row = $this->database->row(
            "SELECT COUNT(*) AS documents, {$void} AS voided, MIN(series_number) AS first, MAX(series_number) AS last FROM {$this->table($kind)} WHERE kind = ? AND series_period = ?",
            [$kind->value, $period]
        ) ?? [];
        $number = fn (?string $sequence): string => $sequence === null ? '' : (string) $this->database->value(
            "SELECT number FROM {$this->table($kind)} WHERE kind = ? AND series_period = ? AND series_number = ?",
            [$kind->value, $period, (int) $sequence]
        );

        return new SeriesTally($number($row['first'] ?? null), $number($row['last'] ?? null), (int) ($row['documents'] ?? 0), (int) ($row['voided'] ?? 0));
    }

    private function table(DocumentKind $kind): string
    {
        return $this->database->table($this->tables[$kind->value]);
    }
}
