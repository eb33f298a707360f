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
    /** Bytes that MySQL or WordPress write in another way; a text without any of them is sent as it is, in every character set. */
    private const ESCAPED = "\0\n\r\x1A\"'\\%";

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

    /**
     * Many rows, each with values of its own.
     *
     * @param non-empty-array<int, array<string, Value>> $values by id, all with the same columns
     * @param array<int, array<string, int|string>> $where what must be true of each besides, by id, all with the same columns
     */
    public static function update_many(string $table, array $values, array $where): self
    {
        $ids = array_keys($values);
        $assignments = [];
        $arguments = [];
        foreach (array_keys($values[$ids[0]]) as $column) {
            [$mark, $of] = self::each($column, $values);
            $assignments[] = "`{$column}` = {$mark}";
            $arguments = [...$arguments, ...$of];
        }
        $conditions = ['id IN (' . implode(', ', array_fill(0, count($ids), '?')) . ')'];
        $arguments = [...$arguments, ...$ids];
        foreach (array_keys($where[$ids[0]] ?? []) as $column) {
            [$mark, $of] = self::each($column, $where);
            $conditions[] = "`{$column}` = {$mark}";
            $arguments = [...$arguments, ...$of];
        }

        return new self("UPDATE {$table} SET " . implode(', ', $assignments) . ' WHERE ' . implode(' AND ', $conditions), $arguments);
    }

    /**
     * @param array<int, array<string, Value>> $rows by id
     * @return array{string, list<Value>} what a column is in each row: one value where it is the same in all of them
     */
    private static function each(string $column, array $rows): array
    {
        $values = array_column($rows, $column);
        $first = $values[0] ?? null;
        if (count(array_filter($values, static fn (int|string|Bytes|null $value): bool => $value !== $first)) === 0) {
            return ['?', [$first]];
        }
        $arguments = [];
        foreach ($rows as $id => $row) {
            array_push($arguments, $id, $row[$column]);
        }

        return ['CASE id' . str_repeat(' WHEN ? THEN ?', count($rows)) . ' END', $arguments];
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
        $parts = explode('?', $this->sql);
        if (count($parts) !== count($this->arguments) + 1) {
            throw new LogicException('A statement and its values differ in number.');
        }
        $sql = $parts[0];
        foreach ($this->arguments as $index => $value) {
            $sql .= match (true) {
                $value === null => 'NULL',
                is_int($value) => $value,
                // Hexadecimal is the one way in which MariaDB and SQLite both take any byte.
                $value instanceof Bytes => "x'" . bin2hex($value->bytes) . "'",
                default => "'" . self::escaped($wpdb, $value) . "'",
            } . $parts[$index + 1];
        }

        return $sql;
    }

    /** As wpdb::prepare() escapes it, without reading the whole statement for each: many rows are one statement. */
    private static function escaped(wpdb $wpdb, string $value): string
    {
        if (strcspn($value, self::ESCAPED) === strlen($value)) {
            return $value;
        }
        $escaped = $wpdb->_escape($value);

        return is_string($escaped) ? $escaped : throw new LogicException('A text was escaped to something else.');
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
