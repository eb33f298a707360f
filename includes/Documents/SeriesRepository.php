<?php

declare(strict_types=1);

namespace Counterfoil\Documents;

use Counterfoil\Shared\Clock\Clock;
use Counterfoil\Shared\Clock\Timestamps;
use Counterfoil\Shared\Database\Database;
use Counterfoil\Shared\Database\UniqueViolation;

/** The next number of each series, and the numbers that somebody left out on purpose. */
final readonly class SeriesRepository
{
    private const TABLE = 'number_series';
    private const SKIPS = 'number_skips';

    public function __construct(private Database $database, private UsedNumbers $used, private Clock $clock)
    {
    }

    /** The number the next document of the series gets; where there is no such series yet, the one it would get. */
    public function next_number(DocumentKind $kind, string $period): int
    {
        return $this->stored($kind, $period) ?? $this->used->highest($kind, $period) + 1;
    }

    /** Sees that there is such a series, once a process: nobody takes one away. Not to be called in a transaction. */
    public function ensure(DocumentKind $kind, string $period): void
    {
        $this->database->remembered()->get(self::TABLE, "{$kind->value}/{$period}", function () use ($kind, $period): bool {
            $this->create($kind, $period);

            return true;
        });
    }

    /** Repeatable. It begins behind what is used. */
    public function create(DocumentKind $kind, string $period): void
    {
        if ($this->stored($kind, $period) !== null) {
            return;
        }
        try {
            $this->database->insert(self::TABLE, ['kind' => $kind->value, 'period' => $period, 'next_number' => $this->used->highest($kind, $period) + 1]);
        } catch (UniqueViolation) {
            // Somebody else was first, which is as good.
        }
    }

    /**
     * Part of the transaction that issues: holds the series until that ends.
     *
     * @param int $count how many numbers are taken
     * @return int|null the first of them; null when there is no such series
     */
    public function count_up(DocumentKind $kind, string $period, int $count): ?int
    {
        $this->database->write_what_waits();
        $table = $this->database->table(self::TABLE);
        $hit = $this->database->execute("UPDATE {$table} SET next_number = next_number + ? WHERE kind = ? AND period = ?", [$count, $kind->value, $period]);

        return $hit === 0 ? null : (int) $this->stored($kind, $period) - $count;
    }

    /**
     * Only upwards, and never into what is used. What is left out on the way is written down, so that it is
     * no gap.
     *
     * @return bool whether the series stands at `$number` now; false when issuing has passed it
     */
    public function raise(DocumentKind $kind, string $period, int $number): bool
    {
        $this->create($kind, $period);
        $table = $this->database->table(self::TABLE);
        // Held before it is read, so that nobody issues in between.
        $this->database->execute("UPDATE {$table} SET next_number = next_number WHERE kind = ? AND period = ?", [$kind->value, $period]);
        $before = $this->next_number($kind, $period);
        if ($number < $before || $number <= $this->used->highest($kind, $period)) {
            return false;
        }
        if ($number === $before) {
            return true;
        }
        $hit = $this->database->update(self::TABLE, ['next_number' => $number], ['kind' => $kind->value, 'period' => $period, 'next_number' => $before]);
        if ($hit === 1) {
            $this->database->insert(self::SKIPS, [
                'kind' => $kind->value,
                'period' => $period,
                'first_number' => $before,
                'last_number' => $number - 1,
                'created_at' => Timestamps::to_row($this->clock->now()),
            ]);
        }

        return $hit === 1;
    }

    /** @return list<string> */
    public function periods(DocumentKind $kind): array
    {
        $rows = $this->database->rows("SELECT period FROM {$this->database->table(self::TABLE)} WHERE kind = ? ORDER BY period", [$kind->value]);

        return array_map(static fn (array $row): string => (string) $row['period'], $rows);
    }

    /** @return list<array{first: int, last: int}> numbers that were left out on purpose, in their order */
    public function skipped(DocumentKind $kind, string $period): array
    {
        $rows = $this->database->rows(
            "SELECT first_number, last_number FROM {$this->database->table(self::SKIPS)} WHERE kind = ? AND period = ? ORDER BY first_number",
            [$kind->value, $period]
        );

        return array_map(static fn (array $row): array => ['first' => (int) $row['first_number'], 'last' => (int) $row['last_number']], $rows);
    }

    private function stored(DocumentKind $kind, string $period): ?int
    {
        $next = $this->database->value("SELECT next_number FROM {$this->database->table(self::TABLE)} WHERE kind = ? AND period = ?", [$kind->value, $period]);

        return $next === null ? null : (int) $next;
    }
}
