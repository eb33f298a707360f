<?php

declare(strict_types=1);

namespace Counterfoil\Ledger;

use Counterfoil\Shared\Database\Condition;
use Counterfoil\Shared\Database\Database;
use Counterfoil\Shared\Database\Keyset;
use Counterfoil\Shared\Viewer;

/**
 * A client's account between two days, as the books have it. However much was posted: balances are read from what is
 * kept of each day and from what was posted since the last seal, entries from the index of the client's currency and
 * day, a page at a time.
 *
 * @phpstan-import-type Value from Database
 */
final readonly class StatementQuery
{
    public function __construct(private Database $database)
    {
    }

    /**
     * Balances before a period and at its end, for each currency in which there ever was anything.
     *
     * @param string $from first day, "2026-03-01"
     * @param string $to last day
     * @return array<string, array{opening: StatementBalance, closing: StatementBalance}> by currency, in the order of codes
     */
    public function balances(int $client_id, string $from, string $to, Viewer $viewer): array
    {
        [$movements, $arguments] = $this->movements($client_id, $viewer);
        $rows = $this->database->rows(
            "SELECT currency,
                SUM(CASE WHEN day < ? THEN receivable ELSE 0 END) AS receivable_before, SUM(CASE WHEN day < ? THEN credit ELSE 0 END) AS credit_before,
                SUM(CASE WHEN day < ? THEN prepaid ELSE 0 END) AS prepaid_before,
                SUM(CASE WHEN day <= ? THEN receivable ELSE 0 END) AS receivable_after, SUM(CASE WHEN day <= ? THEN credit ELSE 0 END) AS credit_after,
                SUM(CASE WHEN day <= ? THEN prepaid ELSE 0 END) AS prepaid_after
            FROM {$movements} GROUP BY currency ORDER BY currency",
            [$from, $from, $from, $to, $to, $to, ...$arguments]
        );
        $balances = [];
        foreach ($rows as $row) {
            $balances[(string) $row['currency']] = [
                'opening' => new StatementBalance((int) $row['receivable_before'], -(int) $row['credit_before'], -(int) $row['prepaid_before']),
                'closing' => new StatementBalance((int) $row['receivable_after'], -(int) $row['credit_after'], -(int) $row['prepaid_after']),
            ];
        }

        return $balances;
    }

    /**
     * @param list<int|string>|null $after where the page begins, as `next` said; null for the first one
     * @return array{entries: list<StatementEntry>, next: list<int|string>|null} in the order in which they count
     */
    public function page(int $client_id, string $currency, string $from, string $to, Viewer $viewer, int $limit, ?array $after = null): array
    {
        $order = new Keyset('day');
        // The page's own first day twice: of two, SQLite takes the one that is said first.
        $where = (new Condition('client_id = ? AND currency = ? AND day >= ? AND day <= ?', [$client_id, $currency, max($from, (string) ($after[1] ?? '')), $to]))->and($viewer->condition('client_id'));
        // Told which index, MariaDB begins at the day; left to choose, it reads all of the client's that was before.
        $found = $order->rows($this->database, "SELECT id, kind, source, day FROM {$this->database->table('ledger_postings')} FORCE INDEX (statement)", $where, $after, $limit + 1);
        $page = array_slice($found, 0, $limit);

        return ['entries' => $this->with_amounts($page), 'next' => count($found) > $limit ? $order->position($page[$limit - 1]) : null];
    }

    /**
     * What the entries of a period came to before a page of it.
     *
     * @param list<int|string> $after as page() takes it
     * @return int minor units, to be added to the opening balance
     */
    public function net_before(int $client_id, string $currency, string $from, array $after, Viewer $viewer): int
    {
        [$id, $day] = [(int) $after[0], (string) ($after[1] ?? $from)];
        [$movements, $arguments] = $this->movements($client_id, $viewer);
        $days = $this->database->value(
            // No WHERE: SQLite would look for what has no seal among all that was posted on these days.
            "SELECT SUM(CASE WHEN currency = ? AND day >= ? AND day < ? THEN receivable + credit + prepaid ELSE 0 END) FROM {$movements}",
            [$currency, $from, $day, ...$arguments]
        );
        $seen = $viewer->condition('posting.client_id');
        $same_day = $this->database->value(
            "SELECT SUM(entry.amount) FROM {$this->database->table('ledger_postings')} posting
            JOIN {$this->database->table('ledger_entries')} entry ON entry.posting_id = posting.id AND entry.account IN (?, ?, ?)
            WHERE posting.client_id = ? AND posting.currency = ? AND posting.day = ? AND posting.id <= ? AND {$seen->sql}",
            [Account::RECEIVABLE, Account::CREDIT, Account::PREPAID, $client_id, $currency, $day, $id, ...$seen->arguments]
        );

        return (int) $days + (int) $same_day;
    }

    /**
     * What days changed, and what has no seal yet: in one statement, for a posting is sealed at any time. The indexes are named and
     * postings come first (LEFT), for what was just sealed counts for MySQL's guess as if it were not: it would read all postings of
     * the client, or all entries that there are.
     *
     * @return array{string, list<Value>} a table with currency, day, receivable, credit and prepaid, and its arguments
     */
    private function movements(int $client_id, Viewer $viewer): array
    {
        [$of_days, $of_postings] = [$viewer->condition('client_id'), $viewer->condition('posting.client_id')];

        return [
            "(SELECT currency, day, receivable, credit, prepaid FROM {$this->database->table('ledger_days')} WHERE client_id = ? AND {$of_days->sql}
            UNION ALL
            SELECT posting.currency, posting.day, CASE WHEN entry.account = ? THEN entry.amount ELSE 0 END,
                CASE WHEN entry.account = ? THEN entry.amount ELSE 0 END, CASE WHEN entry.account = ? THEN entry.amount ELSE 0 END
            FROM {$this->database->table('ledger_postings')} posting FORCE INDEX (unsealed) LEFT JOIN {$this->database->table('ledger_entries')} entry FORCE INDEX (posting) ON entry.posting_id = posting.id
            WHERE posting.client_id = ? AND posting.seal_id IS NULL AND {$of_postings->sql}) movements",
            [$client_id, ...$of_days->arguments, Account::RECEIVABLE, Account::CREDIT, Account::PREPAID, $client_id, ...$of_postings->arguments],
        ];
    }

    /**
     * @param list<array<string, string|null>> $postings
     * @return list<StatementEntry>
     */
    private function with_amounts(array $postings): array
    {
        if ($postings === []) {
            return [];
        }
        $among = Condition::in('posting_id', array_map(static fn (array $row): int => (int) $row['id'], $postings));
        $entries = [];
        foreach ($this->database->rows("SELECT posting_id, account, invoice_id, amount FROM {$this->database->table('ledger_entries')} WHERE {$among->sql} ORDER BY id", $among->arguments) as $row) {
            $entries[(int) $row['posting_id']][] = $row;
        }

        return array_map(static fn (array $row): StatementEntry => StatementEntry::from_rows($row, $entries[(int) $row['id']] ?? []), $postings);
    }
}
