<?php

declare(strict_types=1);

namespace Counterfoil\Ledger\Checks;

use Counterfoil\Ledger\Check;
use Counterfoil\Ledger\ClientSums;
use Counterfoil\Ledger\Difference;
use Counterfoil\Shared\Database\Database;

/** What is kept of a client is the sum of its entries. */
final readonly class ClientsAgree implements Check
{
    private const CHUNK = 500;

    public function __construct(private Database $database, private ClientSums $sums)
    {
    }

    public function differences(): iterable
    {
        $after = 0;
        while (($ids = $this->clients($after)) !== []) {
            $after = max($ids);
            $kept = $this->sums->of_clients($ids);
            $books = $this->sums->computed($ids);
            foreach ($ids as $id) {
                foreach (array_keys(($kept[$id] ?? []) + ($books[$id] ?? [])) as $currency) {
                    yield from Difference::between("client {$id} in {$currency}", self::figures($kept[$id][$currency] ?? null), self::figures($books[$id][$currency] ?? null));
                }
            }
        }
    }

    /** @return list<int> of whom there is something in the books, or kept */
    private function clients(int $after): array
    {
        $rows = $this->database->rows(
            "SELECT client_id FROM (
                SELECT DISTINCT client_id FROM {$this->database->table('ledger_entries')} WHERE client_id > ?
                UNION SELECT DISTINCT client_id FROM {$this->database->table('ledger_clients')} WHERE client_id > ?
            ) clients ORDER BY client_id LIMIT ?",
            [$after, $after, self::CHUNK]
        );

        return array_map(static fn (array $row): int => (int) $row['client_id'], $rows);
    }

    /**
     * @param array{received: int, credit: int}|null $sums
     * @return array<string, int>
     */
    private static function figures(?array $sums): array
    {
        return ['received kept' => $sums['received'] ?? 0, 'credit kept' => $sums['credit'] ?? 0];
    }
}
