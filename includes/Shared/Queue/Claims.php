<?php

declare(strict_types=1);

namespace Counterfoil\Shared\Queue;

use Counterfoil\Shared\Clock\Clock;
use Counterfoil\Shared\Clock\Timestamps;
use Counterfoil\Shared\Database\Condition;
use Counterfoil\Shared\Database\Database;
use Counterfoil\Shared\Database\Deadlock;

/**
 * Rows of the queue for this process alone, one after the other, the longest due first. Ten are looked at in one go, and each is
 * claimed when it is its turn: whoever is quicker has it.
 */
final class Claims
{
    private const LOOK = 10;

    /** How often many are claimed in one go before it is left at the one there is. */
    private const TRIES = 4;

    /** @var array<string, list<array<string, string|null>>> what was seen and is not claimed yet, by what makes it free */
    private array $seen = [];

    public function __construct(
        private readonly Database $database,
        private readonly Clock $clock,
        private readonly string $table,
        private readonly Condition $about,
        private readonly int $lease,
    ) {
    }

    public function next(): ?QueuedJob
    {
        $now = $this->clock->now();

        return $this->take(new Condition('lease_until IS NULL AND due_at <= ?', [Timestamps::to_row($now)]))
            // Twice a lease ahead: the clock went back.
            ?? $this->take(new Condition('(lease_until <= ? OR lease_until > ?)', [Timestamps::to_row($now), Timestamps::to_row($now->modify('+' . 2 * $this->lease . ' seconds'))]));
    }

    /**
     * Further rows of the same job that have not failed, for this process alone; none where others are quicker again and again.
     *
     * @return list<QueuedJob>
     */
    public function more_like(QueuedJob $row, int $most): array
    {
        for ($try = 1; $try <= self::TRIES; ++$try) {
            $now = Timestamps::to_row($this->clock->now());
            $is_free = (new Condition('lease_until IS NULL AND due_at <= ? AND failures = 0 AND job = ?', [$now, $row->job]))->and($this->about);
            $rows = $this->database->rows("SELECT * FROM {$this->table} WHERE {$is_free->sql} ORDER BY due_at, id LIMIT ?", [...$is_free->arguments, $most]);
            if ($rows === []) {
                return [];
            }
            // They are seen no more.
            $this->seen = [];
            if ($this->claim_all($rows)) {
                return array_map(static fn (array $row): QueuedJob => new QueuedJob((int) $row['id'], (string) $row['job'], (int) $row['subject_id'], (int) $row['claims'] + 1, (int) $row['attempts'] + 1, 0), $rows);
            }
        }

        return [];
    }

    /**
     * All of them or none: nobody could say later which.
     *
     * @param non-empty-list<array<string, string|null>> $rows
     */
    private function claim_all(array $rows): bool
    {
        $seen = implode(' OR ', array_fill(0, count($rows), '(id = ? AND claims = ?)'));
        $which = array_merge(...array_map(static fn (array $row): array => [(int) $row['id'], (int) $row['claims']], $rows));
        $this->database->begin();
        try {
            $claimed = $this->database->execute(
                "UPDATE {$this->table} SET claims = claims + 1, attempts = attempts + 1, asks = 0, lease_until = ? WHERE lease_until IS NULL AND ({$seen})",
                [Timestamps::to_row($this->clock->now()->modify("+{$this->lease} seconds")), ...$which]
            );
        } catch (Deadlock) {
            $claimed = 0;
        }
        $claimed === count($rows) ? $this->database->commit() : $this->database->rollback();

        return $claimed === count($rows);
    }

    /** Whether somebody else has taken one up and not ended it yet. */
    public function are_others_at_it(): bool
    {
        $which = (new Condition('lease_until > ?', [Timestamps::to_row($this->clock->now())]))->and($this->about);

        return $this->database->value("SELECT 1 FROM {$this->table} WHERE {$which->sql} LIMIT 1", $which->arguments) !== null;
    }

    private function take(Condition $is_free): ?QueuedJob
    {
        $seen = $this->seen[$is_free->sql] ?? [];
        do {
            $claimed = $this->first($is_free, $seen);
            if ($claimed !== null) {
                return $claimed;
            }
            // Others were first with all of them, or none was left: there may be more.
            $seen = $this->look($is_free);
        } while ($seen !== []);

        return null;
    }

    /** @return list<array<string, string|null>> */
    private function look(Condition $is_free): array
    {
        $which = $is_free->and($this->about);

        return $this->database->rows("SELECT * FROM {$this->table} WHERE {$which->sql} ORDER BY due_at, id LIMIT " . self::LOOK, $which->arguments);
    }

    /** @param list<array<string, string|null>> $rows */
    private function first(Condition $is_free, array $rows): ?QueuedJob
    {
        while (($row = array_shift($rows)) !== null) {
            // MySQL reads what was set before: lease_until comes last. A lease that ended is a try that failed.
            $claimed = $this->database->execute(
                "UPDATE {$this->table} SET claims = claims + 1, attempts = attempts + 1,
                    failures = CASE WHEN lease_until IS NULL THEN failures ELSE failures + 1 END,
                    asks = CASE WHEN lease_until IS NULL THEN 0 ELSE asks END,
                    lease_until = ?
                WHERE id = ? AND claims = ? AND {$is_free->sql}",
                [Timestamps::to_row($this->clock->now()->modify("+{$this->lease} seconds")), (int) $row['id'], (int) $row['claims'], ...$is_free->arguments]
            );
            $this->seen[$is_free->sql] = $rows;
            if ($claimed === 1) {
                return new QueuedJob(
                    (int) $row['id'],
                    (string) $row['job'],
                    (int) $row['subject_id'],
                    (int) $row['claims'] + 1,
                    (int) $row['attempts'] + 1,
                    (int) $row['failures'] + ($row['lease_until'] === null ? 0 : 1),
                    $row['lease_until'] !== null
                );
            }
        }

        return null;
    }
}
