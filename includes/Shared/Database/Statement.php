<?php

declare(strict_types=1);

namespace Counterfoil\Shared\Database;

use LogicException;
use wpdb;

/**
 * SQL in which each value is a `?`, and the values beside it, each with its PHP type.
 *
 * @phpstan-import-type Value from Database
 */
final readonly class Statement
{
    /** @param list<Value> $arguments */
    public function __construct(private string $sql, private array $arguments = [])
    {
    }

    /** @param array<string, Value> $values by column */
    public static function insert(string $verb, string $table, array $values): self
    {
        return self::insert_many($verb, $table, [$values]);
    }

    /**
     * @param non-empty-list<array<string, Value>> $rows all with the same columns
     * @param string $tail " ON DUPLICATE KEY UPDATE …"
     */
    public static function insert_many(string $verb, string $table, array $rows, string $tail = ''): self
    {
        $columns = implode(', ', array_map(static fn (string $column): string => "`{$column}`", array_keys($rows[0])));
        $marks = '(' . implode(', ', array_fill(0, count($rows[0]), '?')) . ')';

        return new self(
            "{$verb} INTO {$table} ({$columns}) VALUES " . implode(', ', array_fill(0, count($rows), $marks)) . $tail,
            array_merge(...array_map(array_values(...), $rows))
        );
    }

    /**
     * @param array<string, Value> $values
     * @param non-empty-array<string, Value> $where null means IS NULL
     */
    public static function update(string $table, array $values, array $where): self
    {
        $assignments = implode(', ', array_map(static fn (string $column): string => "`{$column}` = ?", array_keys($values)));
        [$condition, $arguments] = self::condition($where);

        return new self("UPDATE {$table} SET {$assignments} WHERE {$condition}", [...array_values($values), ...$arguments]);
    }

    /** @param non-empty-array<string, Value> $where null means IS NULL */
    public static function delete(string $table, array $where): self
    {
        [$condition, $arguments] = self::condition($where);

        return new self("DELETE FROM {$table} WHERE {$condition}", $arguments);
    }

    /** Whether it writes what is shown: see State. */
    public function is_shown(): bool
    {
        return State::is_shown($this->sql);
    }

    /** Whether it may read or write a table. */
    public function mentions(string $table): bool
    {
        return str_contains($this->sql, $table);
    }

    /** The text that is sent: values escaped and in their places. */
    public function prepared(wpdb $wpdb): string
    {
        if ($this->arguments === []) {
            return $this->sql;
        }
        $index = 0;
        $sql = preg_replace_callback('/\?/', function () use (&$index): string {
            $value = $this->arguments[$index++] ?? null;

            return match (true) {
                $value === null => 'NULL',
                is_int($value) => '%d',
                // Hexadecimal is the one way in which MariaDB and SQLite both take any byte.
                $value instanceof Bytes => "x'" . bin2hex($value->bytes) . "'",
                default => '%s',
            };
        }, str_replace('%', '%%', $this->sql));
        if ($index !== count($this->arguments)) {
            throw new LogicException('A statement and its values differ in number.');
        }
        $values = array_values(array_filter($this->arguments, static fn (int|string|Bytes|null $value): bool => $value !== null && ! $value instanceof Bytes));

        return $values === [] ? str_replace('%%', '%', (string) $sql) : (string) $wpdb->prepare((string) $sql, $values);
    }

    /**
     * @param non-empty-array<string, Value> $where
     * @return array{string, list<Value>}
     */
    private static function condition(array $where): array
    {
        $parts = [];
        $arguments = [];
        foreach ($where as $column => $value) {
            $parts[] = $value === null ? "`{$column}` IS NULL" : "`{$column}` = ?";
            if ($value !== null) {
                $arguments[] = $value;
            }
        }

        return [implode(' AND ', $parts), $arguments];
    }
}
