<?php

declare(strict_types=1);

namespace Counterfoil\Invoices;

use Closure;
use Counterfoil\Clients\Balance;
use Counterfoil\Clients\Balances;
use Counterfoil\Invoices\Lists\InvoiceConditions;
use Counterfoil\Shared\Database\Database;

/** Sums of clients' invoices by currency: one statement for a page of clients. */
final readonly class ClientBalances implements Balances
{
    /**
     * @param Closure(): string $today in the business's time zone, "2026-03-31"
     * @param Closure(): CreditOfClients $credit
     */
    public function __construct(private Database $database, private Closure $today, private Closure $credit)
    {
    }

    /** The same sums as Invoice::due() and ::credit() of each. */
    public function of_clients(array $client_ids): array
    {
        $balances = array_fill_keys($client_ids, []);
        if ($client_ids === []) {
            return [];
        }
        $overdue = InvoiceConditions::OVERDUE;
        $surplus = InvoiceConditions::SURPLUS;
        $rows = $this->database->rows(
            "SELECT client_id, currency,
                SUM(due) AS due,
                SUM(CASE WHEN {$overdue} THEN due ELSE 0 END) AS overdue,
                SUM(paid - refunded) AS net,
                SUM(CASE WHEN {$surplus} > 0 THEN {$surplus} ELSE 0 END) AS credit
            FROM {$this->database->table('invoices')}
            WHERE client_id IN ({$this->database->marks($client_ids)}) AND status <> 'draft'
            GROUP BY client_id, currency ORDER BY client_id, currency",
            [($this->today)(), ...$client_ids]
        );
        $on_no_invoice = ($this->credit)()->on_no_invoice($client_ids);
        foreach ($rows as $row) {
            $ahead = $on_no_invoice[(int) $row['client_id']][(string) $row['currency']] ?? 0;
            unset($on_no_invoice[(int) $row['client_id']][(string) $row['currency']]);
            $balances[(int) $row['client_id']][] = new Balance((string) $row['currency'], (int) $row['due'], (int) $row['overdue'], (int) $row['net'], (int) $row['credit'] + $ahead);
        }

        return self::with_paid_ahead($balances, $on_no_invoice);
    }

    /**
     * @param array<int, list<Balance>> $balances
     * @param array<int, array<string, int>> $ahead in currencies in which there is no invoice yet
     * @return array<int, list<Balance>>
     */
    private static function with_paid_ahead(array $balances, array $ahead): array
    {
        foreach ($ahead as $client_id => $sums) {
            foreach (array_filter($sums) as $currency => $amount) {
                $balances[$client_id][] = new Balance($currency, 0, 0, 0, $amount);
                usort($balances[$client_id], static fn (Balance $a, Balance $b): int => $a->currency <=> $b->currency);
            }
        }

        return $balances;
    }

    public function count_invoices(int $client_id): int
    {
        return (int) $this->database->value("SELECT COUNT(*) FROM {$this->database->table('invoices')} WHERE client_id = ?", [$client_id]);
    }
}
