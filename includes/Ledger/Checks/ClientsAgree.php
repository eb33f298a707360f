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
        foreach ((new ClientsInTables($this->database))->pieces(['ledger_entries', 'ledger_clients'], self::CHUNK) as $ids) {
            $kept = $this->sums->of_clients($ids);
            $books = $this->sums->computed($ids);
            foreach ($ids as $id) {
                foreach (array_keys(($kept[$id] ?? []) + ($books[$id] ?? [])) as $currency) {
                    yield from Difference::between("client {$id} in {$currency}", self::figures($kept[$id][$currency] ?? null), self::figures($books[$id][$currency] ?? null));
                }
            }
        }
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
