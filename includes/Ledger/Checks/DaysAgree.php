<?php

declare(strict_types=1);

namespace Counterfoil\Ledger\Checks;

use Counterfoil\Ledger\Account;
use Counterfoil\Ledger\Check;
use Counterfoil\Ledger\Difference;
use Counterfoil\Shared\Database\Database;

/** What is kept of each day of a client is the sum of that day's entries, as far as they are sealed. */
final readonly class DaysAgree implements Check
{
    /** Clients at a time */
    private const CHUNK = 50;

    public function __construct(private Database $database)
    {
    }

    public function differences(): iterable
    {
        foreach ((new ClientsInTables($this->database))->pieces(['ledger_entries', 'ledger_days'], self::CHUNK) as $ids) {
            $kept = $this->kept($ids);
            $books = $this->books($ids);
            foreach (array_keys($books + $kept) as $day) {
                yield from Difference::between($day, $kept[$day] ?? self::figures([]), $books[$day] ?? self::figures([]));
            }
        }
    }

    /**
     * @param non-empty-list<int> $ids
     * @return array<string, array<string, int>>
     */
    private function kept(array $ids): array
    {
        return self::by_day($this->database->rows(
            "SELECT client_id, currency, day, receivable, credit, prepaid FROM {$this->database->table('ledger_days')} WHERE client_id IN ({$this->database->marks($ids)})",
            $ids
        ));
    }

    /**
     * @param non-empty-list<int> $ids
     * @return array<string, array<string, int>>
     */
    private function books(array $ids): array
    {
        return self::by_day($this->database->rows(
            "SELECT posting.client_id, posting.currency, posting.day,
                SUM(CASE WHEN entry.account = ? THEN entry.amount ELSE 0 END) AS receivable,
                SUM(CASE WHEN entry.account = ? THEN entry.amount ELSE 0 END) AS credit,
                SUM(CASE WHEN entry.account = ? THEN entry.amount ELSE 0 END) AS prepaid
            FROM {$this->database->table('ledger_postings')} posting JOIN {$this->database->table('ledger_entries')} entry ON entry.posting_id = posting.id
            WHERE posting.client_id IN ({$this->database->marks($ids)}) AND posting.seal_id IS NOT NULL GROUP BY posting.client_id, posting.currency, posting.day",
            [Account::RECEIVABLE, Account::CREDIT, Account::PREPAID, ...$ids]
        ));
    }

    /**
     * @param list<array<string, string|null>> $rows
     * @return array<string, array<string, int>> by client, currency and day in words
     */
    private static function by_day(array $rows): array
    {
        $days = [];
        foreach ($rows as $row) {
            $days["client {$row['client_id']} in {$row['currency']} on {$row['day']}"] = self::figures($row);
        }

        return $days;
    }

    /**
     * @param array<string, string|null> $row
     * @return array<string, int>
     */
    private static function figures(array $row): array
    {
        $figures = [];
        foreach (['receivable', 'credit', 'prepaid'] as $account) {
            $figures["{$account} kept of the day"] = (int) ($row[$account] ?? 0);
        }

        return $figures;
    }
}
