<?php

declare(strict_types=1);

namespace Counterfoil\Payments;

use Counterfoil\Shared\Clock\Clock;
use Counterfoil\Shared\Clock\Timestamps;
use Counterfoil\Shared\Database\Database;
use DateTimeImmutable;

/**
 * Payments, or refunds, their gateway is to be asked about. The rows are the queue: `check_at` says when,
 * `lease_until` how long a worker has one for itself, `checks` how often it was asked already.
 */
final readonly class CheckQueue
{
    /** @param 'payments'|'refunds' $table */
    public function __construct(private Database $database, private Clock $clock, private string $table)
    {
    }

    /** @return list<int> ids, the longest due first */
    public function due(int $limit): array
    {
        $rows = $this->database->rows(
            "SELECT id FROM {$this->database->table($this->table)} WHERE check_at <= ? AND (lease_until IS NULL OR lease_until < ?) ORDER BY check_at LIMIT ?",
            [$this->now(), $this->now(), $limit]
        );

        return array_map(static fn (array $row): int => (int) $row['id'], $rows);
    }

    /** @return bool false when another worker has it, or it is not due any more */
    public function lease(int $id, int $seconds): bool
    {
        return $this->database->execute(
            "UPDATE {$this->database->table($this->table)} SET lease_until = ? WHERE id = ? AND check_at <= ? AND (lease_until IS NULL OR lease_until < ?)",
            [Timestamps::to_row($this->clock->now()->modify("+{$seconds} seconds")), $id, $this->now(), $this->now()]
        ) === 1;
    }

    /** Not settled yet: once more at that time, by whoever comes first. */
    public function again(int $id, DateTimeImmutable $at, int $checks): void
    {
        $this->database->update(
            $this->table,
            ['check_at' => Timestamps::to_row($at), 'checks' => $checks, 'lease_until' => null, 'updated_at' => $this->now()],
            ['id' => $id]
        );
    }

    private function now(): string
    {
        return Timestamps::to_row($this->clock->now());
    }
}
