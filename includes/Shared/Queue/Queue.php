<?php

declare(strict_types=1);

namespace Counterfoil\Shared\Queue;

use Counterfoil\Shared\Clock\Clock;
use Counterfoil\Shared\Clock\Timestamps;
use Counterfoil\Shared\Database\Database;
use Counterfoil\Shared\Database\UniqueViolation;
use DateInterval;
use DateTimeImmutable;

/**
 * What is to be done later, a row each, written in the transaction that makes it necessary. One row for a
 * job and a subject: asked for twice, it is done once, at the earlier time.
 */
final readonly class Queue
{
    private const TABLE = 'queue';

    public function __construct(private Database $database, private Clock $clock)
    {
    }

    /** @param DateTimeImmutable|null $due_at null for now */
    public function put(string $job, int $subject_id, ?DateTimeImmutable $due_at = null): void
    {
        $due = Timestamps::to_row($due_at ?? $this->clock->now());
        if ($this->hurry($job, $subject_id, $due)) {
            return;
        }
        try {
            $this->database->insert(self::TABLE, [
                'job' => $job,
                'subject_id' => $subject_id,
                'due_at' => $due,
                'created_at' => Timestamps::to_row($this->clock->now()),
            ]);
        } catch (UniqueViolation) {
            // Somebody else was first with the same.
            $this->hurry($job, $subject_id, $due);
        }
    }

    /** What comes round and is due later than it can be: a clock went back, or somebody gave it up. */
    public function bring_back(string $job, int $every): void
    {
        $now = $this->clock->now();
        $this->database->execute(
            "UPDATE {$this->database->table(self::TABLE)} SET due_at = ? WHERE job = ? AND (due_at IS NULL OR due_at > ?)",
            [Timestamps::to_row($now), $job, Timestamps::to_row($now->add(new DateInterval("PT{$every}S")))]
        );
    }

    /** It need not be done any more. */
    public function drop(string $job, int $subject_id): void
    {
        $this->database->delete(self::TABLE, ['job' => $job, 'subject_id' => $subject_id]);
    }

    /**
     * The next row that is due, for this process alone.
     *
     * @param list<string> $jobs only these
     * @param int $lease seconds after which somebody else may take it up
     * @param int|null $subject_id only what is about this one
     */
    public function claim(array $jobs, int $lease, ?int $subject_id = null): ?QueuedJob
    {
        if ($jobs === []) {
            return null;
        }
        $table = $this->database->table(self::TABLE);
        $now = $this->clock->now();
        $stamp = Timestamps::to_row($now);
        $rows = $this->database->rows(
            "SELECT * FROM {$table} WHERE due_at <= ? AND (lease_until IS NULL OR lease_until <= ?) AND job IN ({$this->database->marks($jobs)})" . ($subject_id === null ? '' : ' AND subject_id = ?') . ' ORDER BY due_at, id LIMIT 10',
            [$stamp, $stamp, ...$jobs, ...($subject_id === null ? [] : [$subject_id])]
        );
        foreach ($rows as $row) {
            $claimed = $this->database->execute(
                "UPDATE {$table} SET attempts = attempts + 1, lease_until = ? WHERE id = ? AND attempts = ? AND due_at <= ? AND (lease_until IS NULL OR lease_until <= ?)",
                [Timestamps::to_row($now->modify("+{$lease} seconds")), (int) $row['id'], (int) $row['attempts'], $stamp, $stamp]
            );
            if ($claimed === 1) {
                return new QueuedJob((int) $row['id'], (string) $row['job'], (int) $row['subject_id'], (int) $row['attempts'] + 1, (int) $row['puts']);
            }
        }

        return null;
    }

    /** It is done, unless it was asked for again meanwhile. */
    public function done(QueuedJob $job): void
    {
        if ($this->database->delete(self::TABLE, ['id' => $job->id, 'attempts' => $job->attempt, 'puts' => $job->puts]) === 0) {
            $this->database->update(self::TABLE, ['lease_until' => null, 'attempts' => 0], ['id' => $job->id, 'attempts' => $job->attempt]);
        }
    }

    /** Not settled yet, which is no failure: once more at that time, or earlier where somebody asked for it meanwhile. */
    public function again(QueuedJob $job, DateTimeImmutable $at): void
    {
        $values = ['lease_until' => null, 'error' => ''];
        $hit = $this->database->update(self::TABLE, ['due_at' => Timestamps::to_row($at)] + $values, ['id' => $job->id, 'attempts' => $job->attempt, 'puts' => $job->puts]);
        if ($hit === 0) {
            $this->database->update(self::TABLE, $values, ['id' => $job->id, 'attempts' => $job->attempt]);
        }
    }

    /** @param int|null $pause seconds until the next try; null gives up */
    public function failed(QueuedJob $job, string $error, ?int $pause): void
    {
        $this->database->update(self::TABLE, [
            'due_at' => $pause === null ? null : Timestamps::to_row($this->clock->now()->modify("+{$pause} seconds")),
            'lease_until' => null,
            'error' => mb_substr($error, 0, 500),
        ], ['id' => $job->id, 'attempts' => $job->attempt]);
    }

    /** When the longest waiting row became due; null when nothing is. */
    public function waiting_since(): ?DateTimeImmutable
    {
        $due = $this->database->value("SELECT MIN(due_at) FROM {$this->database->table(self::TABLE)} WHERE due_at <= ?", [Timestamps::to_row($this->clock->now())]);

        return $due === null ? null : Timestamps::from_row($due);
    }

    /** @return bool whether there was such a row */
    private function hurry(string $job, int $subject_id, string $due): bool
    {
        return $this->database->execute(
            "UPDATE {$this->database->table(self::TABLE)} SET puts = puts + 1, due_at = CASE WHEN due_at IS NULL OR due_at > ? THEN ? ELSE due_at END WHERE job = ? AND subject_id = ?",
            [$due, $due, $job, $subject_id]
        ) === 1;
    }
}
