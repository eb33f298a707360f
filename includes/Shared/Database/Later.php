<?php

declare(strict_types=1);

namespace Counterfoil\Shared\Database;

use Closure;
use Generator;

/**
 * Rows of the transaction that is open which nobody needs before it commits: written together then, many by one statement. They
 * are part of it like all others, and whoever reads or writes their table earlier has them written first.
 *
 * @phpstan-import-type Value from Database
 * @phpstan-type Waiting array{depth: int, values: array<string, Value>, then: (Closure(int): void)|null}
 */
final class Later
{
    /** Rows of one statement. */
    private const MOST = 100;

    /** Bytes of their values; a row more may be in it. Old servers take 4 MB, and bytes are written twice as long. */
    private const LONGEST = 1_000_000;

    /** @var array<string, array{table: string, tail: string, rows: list<Waiting>}> by table, columns and tail */
    private array $waiting = [];

    public function __construct(private readonly Connection $connection)
    {
    }

    /**
     * @param string $table its full name
     * @param array<string, Value> $values by column
     * @param int $depth of the transaction whose rollback drops it
     * @param string $tail of the statement, " ON DUPLICATE KEY UPDATE …"
     * @param (Closure(int): void)|null $then is given the row's id once it has one
     */
    public function add(string $table, array $values, int $depth, string $tail, ?Closure $then): void
    {
        $group = $table . '(' . implode(',', array_keys($values)) . ')' . $tail;
        $this->waiting[$group] ??= ['table' => $table, 'tail' => $tail, 'rows' => []];
        $this->waiting[$group]['rows'][] = ['depth' => $depth, 'values' => $values, 'then' => $then];
    }

    public function is_empty(): bool
    {
        return $this->waiting === [];
    }

    /** @throws UniqueViolation|DatabaseError */
    public function write_all(): void
    {
        // What follows from a row may leave further ones.
        while ($this->waiting !== []) {
            $this->write(array_key_first($this->waiting));
        }
    }

    /** @throws UniqueViolation|DatabaseError */
    public function write_what(Statement $about): void
    {
        foreach ($this->waiting as $group => ['table' => $table]) {
            if ($about->mentions($table)) {
                $this->write($group);
            }
        }
    }

    /** A savepoint or the whole transaction was taken back, down to a depth. */
    public function drop(int $depth): void
    {
        foreach ($this->waiting as $group => ['rows' => $rows]) {
            $this->waiting[$group]['rows'] = array_values(array_filter($rows, static fn (array $row): bool => $row['depth'] <= $depth));
            if ($this->waiting[$group]['rows'] === []) {
                unset($this->waiting[$group]);
            }
        }
    }

    /** A savepoint was released: what it left belongs to what is around it. */
    public function lift(int $depth): void
    {
        foreach ($this->waiting as &$group) {
            foreach ($group['rows'] as &$row) {
                $row['depth'] = min($row['depth'], $depth);
            }
            unset($row);
        }
    }

    private function write(string $group): void
    {
        ['table' => $table, 'tail' => $tail, 'rows' => $rows] = $this->waiting[$group];
        unset($this->waiting[$group]);
        foreach (self::portions($rows) as $some) {
            $ids = $this->connection->insert_many($table, array_column($some, 'values'), $tail) ?? throw UniqueViolation::of($table);
            foreach ($some as $index => ['then' => $then]) {
                $then === null || $then($ids[$index]);
            }
        }
    }

    /**
     * @param list<Waiting> $rows
     * @return Generator<non-empty-list<Waiting>>
     */
    private static function portions(array $rows): Generator
    {
        $portion = [];
        $bytes = 0;
        foreach ($rows as $row) {
            $portion[] = $row;
            foreach ($row['values'] as $value) {
                $bytes += is_string($value) ? strlen($value) : ($value instanceof Bytes ? 2 * strlen($value->bytes) : 0);
            }
            if ($bytes > self::LONGEST || count($portion) === self::MOST) {
                yield $portion;
                [$portion, $bytes] = [[], 0];
            }
        }
        if ($portion !== []) {
            yield $portion;
        }
    }
}
