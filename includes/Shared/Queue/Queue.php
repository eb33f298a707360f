<?php

declare(strict_types=1);

namespace Counterfoil\Shared\Queue;

use Counterfoil\Shared\Clock\Clock;
use Counterfoil\Shared\Clock\Timestamps;
use Counterfoil\Shared\Database\Condition;
use Counterfoil\Shared\Database\Database;
use DateInterval;
use DateTimeImmutable;

/**
 * What is to be done later, a row each, written in the transaction that makes it necessary. One row for a
 * job and a subject: asked for twice, it is done once, at the earlier time.
 */
final readonly class Queue
{
    private const TABLE = 'queue';

    /**
     * What becomes of the row there is. While somebody is at it, due_at is what was asked for since. MySQL reads what was set
     * before: asks comes last.
     */
    private const ASKED_AGAIN = 'due_at = CASE WHEN due_at IS NULL OR due_at > VALUES(due_at) OR (lease_until IS NOT NULL AND asks = 0) THEN VALUES(due_at) ELSE due_at END, asks = asks + 1';

    /** Failures in a row that are no passing trouble any more: more than an hour has gone by. */
    private const OFTEN = 4;

    public function __construct(private Database $database, private Clock $clock)
    {
    }

    /** @param DateTimeImmutable|null $due_at null for now */
    public function put(string $job, int $subject_id, ?DateTimeImmutable $due_at = null): void
    {
        $this->database->insert_later(self::TABLE, [
            'job' => $job,
            'subject_id' => $subject_id,
            'due_at' => Timestamps::to_row($due_at ?? $this->clock->now()),
            'created_at' => Timestamps::to_row($this->clock->now()),
        ], self::ASKED_AGAIN);
    }

    /** What comes round and is due later than it can be: a clock went back. */
    public function bring_back(string $job, int $every): void
    {
        $now = $this->clock->now();
        $this->database->execute(
            "UPDATE {$this->table()} SET due_at = ? WHERE job = ? AND lease_until IS NULL AND (due_at IS NULL OR due_at > ?)",
            [Timestamps::to_row($now), $job, Timestamps::to_row($now->add(new DateInterval("PT{$every}S")))]
        );
    }

    /** It need not be done any more. */
    public function drop(string $job, int $subject_id): void
    {
        $this->database->delete(self::TABLE, ['job' => $job, 'subject_id' => $subject_id]);
    }

    /**
     * Rows that are due, each for this process alone; after those, rows whose process died.
     *
     * @param non-empty-list<string> $jobs only these
     * @param int $lease seconds after which somebody else may take one up; the same for everybody
     * @param int|null $subject_id only what is about this one
     */
    public function claims(array $jobs, int $lease, ?int $subject_id = null): Claims
    {
        $about = $subject_id === null ? Condition::always() : new Condition('subject_id = ?', [$subject_id]);

        return new Claims($this->database, $this->clock, $this->table(), $about->and(Condition::in('job', $jobs)), $lease);
    }

    /**
     * The next one.
     *
     * @param list<string> $jobs
     */
    public function claim(array $jobs, int $lease, ?int $subject_id = null): ?QueuedJob
    {
        return $jobs === [] ? null : $this->claims($jobs, $lease, $subject_id)->next();
    }

    /** It is done, unless it was asked for again meanwhile. */
    public function done(QueuedJob $job): void
    {
        if ($this->database->delete(self::TABLE, ['id' => $job->id, 'claims' => $job->claim, 'asks' => 0]) === 0) {
            $this->database->update(self::TABLE, ['lease_until' => null, 'attempts' => 0, 'failures' => 0, 'error' => ''], ['id' => $job->id, 'claims' => $job->claim]);
        }
    }

    /**
     * All of them are done, unless one was asked for again meanwhile.
     *
     * @param list<QueuedJob> $jobs
     */
    public function all_done(array $jobs): void
    {
        if ($jobs === []) {
            return;
        }
        $which = implode(' OR ', array_fill(0, count($jobs), '(id = ? AND claims = ?)'));
        $ids = array_merge(...array_map(static fn (QueuedJob $job): array => [$job->id, $job->claim], $jobs));
        if ($this->database->execute("DELETE FROM {$this->table()} WHERE asks = 0 AND ({$which})", $ids) < count($jobs)) {
            array_map($this->done(...), $jobs);
        }
    }

    /** Not settled yet, which is no failure: once more at that time, or earlier where somebody asked for it meanwhile. */
    public function again(QueuedJob $job, DateTimeImmutable $at): void
    {
        $due = Timestamps::to_row($at);
        $this->database->execute(
            "UPDATE {$this->table()} SET due_at = CASE WHEN asks > 0 AND due_at < ? THEN due_at ELSE ? END, lease_until = NULL, failures = 0, error = '' WHERE id = ? AND claims = ?",
            [$due, $due, $job->id, $job->claim]
        );
    }

    /** @param int $pause seconds until the next try */
    public function failed(QueuedJob $job, string $error, int $pause): void
    {
        $this->database->update(self::TABLE, [
            'due_at' => Timestamps::to_row($this->clock->now()->modify("+{$pause} seconds")),
            'lease_until' => null,
            'failures' => $job->failures + 1,
            'error' => mb_substr($error, 0, 500),
        ], ['id' => $job->id, 'claims' => $job->claim]);
    }

    /** @return bool false when it is tried anew after all: it was asked for meanwhile, or somebody else has it */
    public function give_up(QueuedJob $job, string $error): bool
    {
        $end = ['lease_until' => null, 'attempts' => 0, 'failures' => 0, 'error' => mb_substr($error, 0, 500)];
        if ($this->database->update(self::TABLE, ['due_at' => null] + $end, ['id' => $job->id, 'claims' => $job->claim, 'asks' => 0]) === 1) {
            return true;
        }
        $this->database->update(self::TABLE, $end, ['id' => $job->id, 'claims' => $job->claim]);

        return false;
    }

    /** @param list<string> $followed jobs whose failures are told elsewhere */
    public function backlog(array $followed = []): Backlog
    {
        $due = $this->database->row("SELECT COUNT(*) AS how_many, MIN(due_at) AS oldest FROM {$this->table()} WHERE due_at <= ? AND lease_until IS NULL", [Timestamps::to_row($this->clock->now())]);
        $which = (new Condition('(failures >= ? OR (due_at IS NULL AND lease_until IS NULL))', [self::OFTEN]))->and($followed === [] ? Condition::always() : new Condition("job NOT IN ({$this->database->marks($followed)})", $followed));
        $failing = (int) $this->database->value("SELECT COUNT(*) FROM {$this->table()} WHERE {$which->sql}", $which->arguments);
        $worst = $failing === 0 ? null : $this->database->row("SELECT job, error FROM {$this->table()} WHERE {$which->sql} ORDER BY failures DESC, id LIMIT 1", $which->arguments);

        return new Backlog((int) ($due['how_many'] ?? 0), ($due['oldest'] ?? null) === null ? null : Timestamps::from_row($due['oldest']), $failing, $worst === null ? '' : "{$worst['job']}: {$worst['error']}");
    }

    private function table(): string
    {
        return $this->database->table(self::TABLE);
    }
}
