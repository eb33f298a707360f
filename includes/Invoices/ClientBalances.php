<?php

declare(strict_types=1);

namespace Counterfoil\Invoices;

use Closure;
use Counterfoil\Clients\Balance;
use Counterfoil\Clients\Balances;
use Counterfoil\Invoices\Lists\InvoiceConditions;
use Counterfoil\Shared\Database\Database;

/** What clients owe is the sum of their open invoices; what they have paid is kept in the books. */
final readonly class ClientBalances implements Balances
{
    /**
     * @param Closure(): string $today in the business's time zone, "2026-03-31"
     * @param Closure(): MoneyOfClients $money
     */
    public function __construct(private Database $database, private Closure $today, private Closure $money)
    {
    }

    public function of_clients(array $client_ids): array
    {
        $money = ($this->money)()->of_clients($client_ids);
        $open = $this->open($client_ids);
        $balances = [];
        foreach ($client_ids as $id) {
            $currencies = array_keys(($money[$id] ?? []) + ($open[$id] ?? []));
            sort($currencies);
            $balances[$id] = array_map(static fn (string $currency): Balance => new Balance(
                $currency,
                $open[$id][$currency]['due'] ?? 0,
                $open[$id][$currency]['overdue'] ?? 0,
                $money[$id][$currency]['received'] ?? 0,
                $money[$id][$currency]['credit'] ?? 0
            ), $currencies);
        }

        return $balances;
    }

    /**
     * @param list<int> $client_ids
     * @return array<int, array<string, array{due: int, overdue: int}>> by client and currency
     */
    private function open(array $client_ids): array
    {
        if ($client_ids === []) {
            return [];
        }
        $open = InvoiceConditions::OPEN;
        $overdue = InvoiceConditions::OVERDUE;
        $rows = $this->database->rows(
            "SELECT client_id, currency, SUM(due) AS due, SUM(CASE WHEN {$overdue} THEN due ELSE 0 END) AS overdue
            FROM {$this->database->table('invoices')} WHERE client_id IN ({$this->database->marks($client_ids)}) AND {$open} GROUP BY client_id, currency",
            [($this->today)(), ...$client_ids]
        );
        $sums = [];
        foreach ($rows as $row) {
            $sums[(int) $row['client_id']][(string) $row['currency']] = ['due' => (int) $row['due'], 'overdue' => (int) $row['overdue']];
        }

        return $sums;
    }

    public function count_invoices(int $client_id): int
    {
        return (int) $this->database->value("SELECT COUNT(*) FROM {$this->database->table('invoices')} WHERE client_id = ?", [$client_id]);
    }
}
