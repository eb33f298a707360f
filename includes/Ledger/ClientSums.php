<?php

declare(strict_types=1);

namespace Counterfoil\Ledger;

use Counterfoil\Invoices\MoneyOfClients;
use Counterfoil\Shared\Database\Database;

/** What came of each client, and what of it is credit, by currency: added to in the change that posts it. */
final readonly class ClientSums implements MoneyOfClients
{
    private const TABLE = 'ledger_clients';

    public function __construct(private Database $database)
    {
    }

    public function of_clients(array $client_ids): array
    {
        if ($client_ids === []) {
            return [];
        }
        $sums = [];
        foreach ($this->database->rows("SELECT * FROM {$this->database->table(self::TABLE)} WHERE client_id IN ({$this->database->marks($client_ids)})", $client_ids) as $row) {
            $sums[(int) $row['client_id']][(string) $row['currency']] = ['received' => (int) $row['received'], 'credit' => (int) $row['credit']];
        }

        return $sums;
    }

    /** In the transaction that posts it. */
    public function add(Posting $posting): void
    {
        $received = $posting->sum(Account::is_money(...));
        $credit = -$posting->sum(static fn (string $account): bool => $account === Account::CREDIT);
        if ($received !== 0 || $credit !== 0) {
            $this->database->insert_later(
                self::TABLE,
                ['client_id' => $posting->client_id, 'currency' => $posting->currency, 'received' => $received, 'credit' => $credit],
                'received = received + VALUES(received), credit = credit + VALUES(credit)'
            );
        }
    }

    /** Computes all of them from the entries. As often as one likes. */
    public function rebuild(): void
    {
        $this->database->transaction(function (): void {
            $this->database->execute("DELETE FROM {$this->database->table(self::TABLE)}");
            $this->database->execute("INSERT INTO {$this->database->table(self::TABLE)} (client_id, currency, received, credit) {$this->of_entries('1 = 1')}");
        });
    }

    /**
     * The same, as it follows from the entries.
     *
     * @param non-empty-list<int> $client_ids
     * @return array<int, array<string, array{received: int, credit: int}>>
     */
    public function computed(array $client_ids): array
    {
        $sums = [];
        foreach ($this->database->rows($this->of_entries("client_id IN ({$this->database->marks($client_ids)})"), $client_ids) as $row) {
            $sums[(int) $row['client_id']][(string) $row['currency']] = ['received' => (int) $row['received'], 'credit' => (int) $row['credit']];
        }

        return $sums;
    }

    private function of_entries(string $which): string
    {
        [$money, $credit] = [Account::MONEY, Account::CREDIT];

        return "SELECT client_id, currency, SUM(CASE WHEN {$money} THEN amount ELSE 0 END) AS received, SUM(CASE WHEN account = '{$credit}' THEN -amount ELSE 0 END) AS credit
            FROM {$this->database->table('ledger_entries')} WHERE {$which} AND ({$money} OR account = '{$credit}') GROUP BY client_id, currency";
    }
}
