<?php

declare(strict_types=1);

namespace Counterfoil\Ledger\Checks;

use Counterfoil\Invoices\InvoiceFigures;
use Counterfoil\Ledger\Account;
use Counterfoil\Ledger\Check;
use Counterfoil\Ledger\Difference;
use Counterfoil\Ledger\MoneyFigures;
use Counterfoil\Shared\Database\Database;

/** A client's credit is what came, less what went back and less what settles invoices; and that is what the books say. */
final readonly class CreditsAgree implements Check
{
    private const CHUNK = 500;

    public function __construct(private Database $database, private InvoiceFigures $invoices, private MoneyFigures $money)
    {
    }

    public function differences(): iterable
    {
        foreach ((new ClientsInTables($this->database))->pieces(['ledger_entries'], self::CHUNK) as $ids) {
            $books = $this->books($ids);
            $money = $this->money->of_clients($ids);
            $settled = $this->invoices->settled_of($ids);
            foreach ($ids as $id) {
                foreach (array_unique([...array_keys($books[$id] ?? []), ...array_keys($money[$id] ?? []), ...array_keys($settled[$id] ?? [])]) as $currency) {
                    yield from Difference::between(
                        "client {$id}",
                        ["credit in {$currency}" => -($books[$id][$currency] ?? 0)],
                        ["credit in {$currency}" => ($money[$id][$currency] ?? 0) - ($settled[$id][$currency] ?? 0)]
                    );
                }
            }
        }
    }

    /**
     * @param non-empty-list<int> $ids
     * @return array<int, array<string, int>> by client and currency
     */
    private function books(array $ids): array
    {
        $books = [];
        $rows = $this->database->rows(
            "SELECT client_id, currency, SUM(amount) AS amount FROM {$this->database->table('ledger_entries')}
            WHERE client_id IN ({$this->database->marks($ids)}) AND account = ? GROUP BY client_id, currency",
            [...$ids, Account::CREDIT]
        );
        foreach ($rows as $row) {
            $books[(int) $row['client_id']][(string) $row['currency']] = (int) $row['amount'];
        }

        return $books;
    }
}
