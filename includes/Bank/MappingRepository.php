<?php

declare(strict_types=1);

namespace Counterfoil\Bank;

use Counterfoil\Bank\Formats\CsvMapping;
use Counterfoil\Shared\Clock\Clock;
use Counterfoil\Shared\Clock\Timestamps;
use Counterfoil\Shared\Database\Database;
use Counterfoil\Shared\Database\UniqueViolation;

/** What the columns of CSV files mean, remembered for each header. */
final readonly class MappingRepository
{
    public function __construct(private Database $database, private Clock $clock)
    {
    }

    public function find(string $shape): ?CsvMapping
    {
        $mapping = $this->database->value("SELECT mapping FROM {$this->database->table('bank_mappings')} WHERE shape = ?", [$shape]);

        return $mapping === null ? null : CsvMapping::from_array((array) json_decode($mapping, true));
    }

    /** @return list<array<string, mixed>> the contract's `savedMapping`, the latest first */
    public function all(): array
    {
        $rows = $this->database->rows("SELECT * FROM {$this->database->table('bank_mappings')} ORDER BY id DESC LIMIT 200");

        return array_map(static fn (array $row): array => [
            'id' => (int) $row['id'],
            'shape' => (string) $row['shape'],
            'columns' => json_decode((string) $row['header'], true),
            'mapping' => CsvMapping::from_array((array) json_decode((string) $row['mapping'], true))->to_wire(),
            'saved_at' => Timestamps::to_wire(Timestamps::from_row((string) $row['saved_at'])),
        ], $rows);
    }

    /** @param list<string> $columns names as the file has them */
    public function save(string $shape, array $columns, CsvMapping $mapping): void
    {
        $values = [
            'header' => (string) wp_json_encode($columns, JSON_UNESCAPED_UNICODE),
            'mapping' => (string) wp_json_encode($mapping->to_wire(), JSON_UNESCAPED_UNICODE),
            'saved_at' => Timestamps::to_row($this->clock->now()),
        ];
        try {
            $this->database->insert('bank_mappings', ['shape' => $shape] + $values);
        } catch (UniqueViolation) {
            $this->database->update('bank_mappings', $values, ['shape' => $shape]);
        }
    }

    /** @return bool false when there is none */
    public function delete(int $id): bool
    {
        return $this->database->delete('bank_mappings', ['id' => $id]) === 1;
    }
}
