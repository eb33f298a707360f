<?php

declare(strict_types=1);

namespace Counterfoil\Ledger;

use Counterfoil\Shared\Clock\Clock;
use Counterfoil\Shared\Clock\Timestamps;
use Counterfoil\Shared\Database\Database;
use Counterfoil\Shared\Database\UniqueViolation;

/**
 * Closes what was posted since the last seal with a hash over it and over the seal before it: what is altered, added or
 * taken away afterwards, wherever in the chain, is found by VerifyBooks.
 *
 * Whoever posts waits for nothing. A posting whose transaction began earlier and is committed later than others is part
 * of the next batch: a batch is the postings that name their seal, not all up to an id.
 */
final readonly class SealPostings
{
    private const BATCH = 1_000;
    private const MOST_BATCHES = 20;

    /** Of clients, by one statement. */
    private const DAYS = 200;

    public function __construct(private Database $database, private Clock $clock, private SealedBatch $batch)
    {
    }

    public function handle(): void
    {
        for ($i = 0; $i < self::MOST_BATCHES && $this->batch(); $i++);
    }

    /** @return bool false when nothing is left, or another worker is at it */
    private function batch(): bool
    {
        $rows = $this->database->rows("SELECT id FROM {$this->database->table('ledger_postings')} WHERE seal_id IS NULL ORDER BY id LIMIT ?", [self::BATCH]);
        $ids = array_map(static fn (array $row): int => (int) $row['id'], $rows);
        if ($ids === []) {
            return false;
        }
        $before = $this->database->row("SELECT id, hash FROM {$this->database->table('ledger_seals')} ORDER BY id DESC LIMIT 1");
        try {
            $this->database->transaction(function () use ($ids, $before): void {
                $seal = $this->database->insert('ledger_seals', [
                    'previous' => (int) ($before['id'] ?? 0),
                    'up_to_posting_id' => max($ids),
                    'postings' => count($ids),
                    'hash' => '',
                    'sealed_at' => Timestamps::to_row($this->clock->now()),
                ]);
                $this->database->execute(
                    "UPDATE {$this->database->table('ledger_postings')} SET seal_id = ? WHERE id IN ({$this->database->marks($ids)}) AND seal_id IS NULL",
                    [$seal, ...$ids]
                );
                $this->add_to_days($seal);
                $this->database->update('ledger_seals', ['hash' => $this->batch->hash($seal, (string) ($before['hash'] ?? ''))], ['id' => $seal]);
            });
        } catch (UniqueViolation) {
            return false;
        }

        return count($ids) === self::BATCH;
    }

    /** What its postings changed, by client, currency and day: balances need not be summed over all that was ever posted. */
    private function add_to_days(int $seal): void
    {
        $rows = $this->database->rows(
            "SELECT posting.client_id, posting.currency, posting.day,
                SUM(CASE WHEN entry.account = ? THEN entry.amount ELSE 0 END) AS receivable,
                SUM(CASE WHEN entry.account = ? THEN entry.amount ELSE 0 END) AS credit,
                SUM(CASE WHEN entry.account = ? THEN entry.amount ELSE 0 END) AS prepaid
            FROM {$this->database->table('ledger_postings')} posting JOIN {$this->database->table('ledger_entries')} entry ON entry.posting_id = posting.id
            WHERE posting.seal_id = ? GROUP BY posting.client_id, posting.currency, posting.day ORDER BY posting.client_id, posting.currency, posting.day",
            [Account::RECEIVABLE, Account::CREDIT, Account::PREPAID, $seal]
        );
        foreach (array_chunk($rows, self::DAYS) as $chunk) {
            $values = array_merge(...array_map(static fn (array $row): array => [(int) $row['client_id'], $row['currency'], $row['day'], (int) $row['receivable'], (int) $row['credit'], (int) $row['prepaid']], $chunk));
            $this->database->execute(
                "INSERT INTO {$this->database->table('ledger_days')} (client_id, currency, day, receivable, credit, prepaid) VALUES " . implode(', ', array_fill(0, count($chunk), '(?, ?, ?, ?, ?, ?)')) . '
                ON DUPLICATE KEY UPDATE receivable = receivable + VALUES(receivable), credit = credit + VALUES(credit), prepaid = prepaid + VALUES(prepaid)',
                $values
            );
        }
    }
}
