<?php

declare(strict_types=1);

namespace Counterfoil\Ledger\Checks;

use Counterfoil\Shared\Database\Database;

/** Clients of whom one of some tables has a row, a piece at a time, in the order of their ids. */
final readonly class ClientsInTables
{
    public function __construct(private Database $database)
    {
    }

    /**
     * @param non-empty-list<string> $tables with a column client_id
     * @param int $size clients of a piece
     * @return iterable<non-empty-list<int>>
     */
    public function pieces(array $tables, int $size): iterable
    {
        $all = implode(' UNION ', array_map(fn (string $table): string => "SELECT DISTINCT client_id FROM {$this->database->table($table)} WHERE client_id > ?", $tables));
        $after = 0;
        do {
            $rows = $this->database->rows("SELECT client_id FROM ({$all}) clients ORDER BY client_id LIMIT ?", [...array_fill(0, count($tables), $after), $size]);
            $ids = array_map(static fn (array $row): int => (int) $row['client_id'], $rows);
            if ($ids !== []) {
                yield $ids;
                $after = max($ids);
            }
        } while (count($ids) === $size);
    }
}
