<?php

declare(strict_types=1);

namespace Counterfoil\Bank\Rest;

use Counterfoil\Bank\EntryRepository;
use Counterfoil\Shared\Clock\Timestamps;
use Counterfoil\Shared\Database\Database;

/**
 * Imports as the contract's `bankImport`.
 *
 * @phpstan-import-type Row from Database
 */
final readonly class ImportResource
{
    public function __construct(private EntryRepository $entries)
    {
    }

    /**
     * @param list<Row> $rows
     * @return list<array<string, mixed>>
     */
    public function to_wire(array $rows): array
    {
        $counts = $this->entries->counts(array_map(static fn (array $row): int => (int) $row['id'], $rows));

        return array_map(static function (array $row) use ($counts): array {
            $of = $counts[(int) $row['id']] + ['sure' => 0, 'likely' => 0, 'none' => 0, 'matched' => 0, 'ignored' => 0];

            return [
                'id' => (int) $row['id'],
                'format' => $row['format'],
                'file_name' => $row['file_name'],
                'account' => $row['account'],
                'first_day' => $row['first_day'],
                'last_day' => $row['last_day'],
                'lines' => (int) $row['line_count'],
                'added' => (int) $row['added'],
                'known' => (int) $row['line_count'] - (int) $row['added'],
                'open' => ['sure' => $of['sure'], 'likely' => $of['likely'], 'none' => $of['none']],
                'matched' => $of['matched'],
                'ignored' => $of['ignored'],
                'imported_at' => Timestamps::to_wire(Timestamps::from_row((string) $row['created_at'])),
                'imported_by' => $row['imported_by'],
            ];
        }, $rows);
    }
}
