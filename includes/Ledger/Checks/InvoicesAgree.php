<?php

declare(strict_types=1);

namespace Counterfoil\Ledger\Checks;

use Counterfoil\Invoices\InvoiceFigures;
use Counterfoil\Invoices\KeptFigures;
use Counterfoil\Ledger\Account;
use Counterfoil\Ledger\Check;
use Counterfoil\Ledger\Difference;
use Counterfoil\Ledger\MoneyFigures;
use Counterfoil\Shared\Database\Database;

/** What is kept of each invoice follows from what came and went back for it, and is what the books say of it. */
final readonly class InvoicesAgree implements Check
{
    private const CHUNK = 500;

    public function __construct(private Database $database, private InvoiceFigures $invoices, private MoneyFigures $money)
    {
    }

    public function differences(): iterable
    {
        $after = 0;
        while (($chunk = $this->invoices->after($after, self::CHUNK)) !== []) {
            $ids = array_map(static fn (KeptFigures $figures): int => $figures->id, $chunk);
            $after = max($ids);
            $money = $this->money->of_invoices($ids);
            $books = $this->books($ids);
            $credited = $this->invoices->credited_of($ids);
            foreach ($chunk as $figures) {
                yield from $this->one($figures, $money[$figures->id], $credited[$figures->id], $books[$figures->id] ?? []);
            }
        }
    }

    /**
     * @param array{paid: int, refunded: int} $money
     * @param int $credited by its credit notes
     * @param array<string, int> $books by account
     * @return list<Difference>
     */
    private function one(KeptFigures $kept, array $money, int $credited, array $books): array
    {
        $should_be = $kept->computed($money['paid'], $money['refunded'], $credited);
        $accounts = [
            Account::RECEIVABLE => $books[Account::RECEIVABLE] ?? 0,
            Account::CREDIT => $books[Account::CREDIT] ?? 0,
            Account::PREPAID => $books[Account::PREPAID] ?? 0,
            Account::REFUNDED => $books[Account::REFUNDED] ?? 0,
            'billed' => ($books[Account::REVENUE] ?? 0) + ($books[Account::TAX] ?? 0),
        ];

        return [
            ...Difference::between("invoice {$kept->id}", $kept->figures(), $should_be),
            ...Difference::between("invoice {$kept->id} in the books", $accounts, [
                Account::RECEIVABLE => $kept->owed(),
                Account::CREDIT => -$kept->credit(),
                Account::PREPAID => -$kept->prepaid(),
                Account::REFUNDED => $kept->given_back(),
                'billed' => -$kept->billed(),
            ]),
        ];
    }

    /**
     * @param non-empty-list<int> $ids
     * @return array<int, array<string, int>> by invoice and account
     */
    private function books(array $ids): array
    {
        $books = [];
        $rows = $this->database->rows(
            "SELECT invoice_id, account, SUM(amount) AS amount FROM {$this->database->table('ledger_entries')} WHERE invoice_id IN ({$this->database->marks($ids)}) GROUP BY invoice_id, account",
            $ids
        );
        foreach ($rows as $row) {
            $books[(int) $row['invoice_id']][(string) $row['account']] = (int) $row['amount'];
        }

        return $books;
    }
}
