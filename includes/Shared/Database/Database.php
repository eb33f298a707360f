<?php

declare(strict_types=1);

namespace Counterfoil\Shared\Database;

use Closure;
use LogicException;
use Throwable;
use wpdb;

/**
 * WordPress' database with what money needs: transactions that nest, errors that are thrown, unique
 * keys that can be told apart, and compare-and-set updates that say how many rows they hit.
 *
 * Only repositories hold one. Values are always given apart from the statement (`?`), each with its
 * PHP type: int, string or null.
 *
 * @phpstan-type Value int|string|null
 * @phpstan-type Row array<string, string|null>
 */
final class Database
{
    private int $depth = 0;

    /**
     * The transaction is gone although nobody rolled it back: SQLite's driver for WordPress ends the
     * whole of it when a statement fails. What would be written now would be written for good.
     */
    private bool $is_lost = false;

    /** @var list<array{depth: int, callback: Closure(): void}> with the depth whose rollback drops it */
    private array $after_commit = [];

    public function __construct(private readonly wpdb $wpdb)
    {
    }

    /** "invoices" is `wp_counterfoil_invoices` */
    public function table(string $name): string
    {
        return "{$this->wpdb->prefix}counterfoil_{$name}";
    }

    public function charset_collate(): string
    {
        return $this->wpdb->get_charset_collate();
    }

    /**
     * Runs `$work` in a transaction, or in a savepoint of the one that is open already.
     *
     * @template T
     * @param Closure(): T $work
     * @return T
     */
    public function transaction(Closure $work): mixed
    {
        $this->begin();
        try {
            $result = $work();
        } catch (Throwable $error) {
            $this->rollback();
            throw $error;
        }
        $this->commit();

        return $result;
    }

    public function begin(): void
    {
        $this->run($this->depth === 0 ? 'START TRANSACTION' : "SAVEPOINT counterfoil_{$this->depth}");
        ++$this->depth;
    }

    public function commit(): void
    {
        if ($this->is_lost) {
            $this->rollback();
            throw self::lost();
        }
        --$this->depth;
        if ($this->depth === 0) {
            $pending = $this->after_commit;
            $this->after_commit = [];
            $this->run('COMMIT');
            foreach ($pending as ['callback' => $callback]) {
                $callback();
            }

            return;
        }
        $this->run("RELEASE SAVEPOINT counterfoil_{$this->depth}");
        foreach ($this->after_commit as &$waiting) {
            $waiting['depth'] = min($waiting['depth'], $this->depth);
        }
    }

    public function rollback(): void
    {
        --$this->depth;
        $this->after_commit = array_values(array_filter($this->after_commit, fn (array $waiting): bool => $waiting['depth'] <= $this->depth));
        try {
            $this->run($this->depth === 0 ? 'ROLLBACK' : "ROLLBACK TO SAVEPOINT counterfoil_{$this->depth}");
        } catch (DatabaseError $error) {
            if (! $this->is_lost) {
                throw $error;
            }
        } finally {
            $this->is_lost = $this->is_lost && $this->depth > 0;
        }
    }

    /** After the outermost commit, or at once when nothing is open. Dropped when it is rolled back. */
    public function after_commit(Closure $callback): void
    {
        if ($this->depth === 0) {
            $callback();

            return;
        }
        $this->after_commit[] = ['depth' => $this->depth, 'callback' => $callback];
    }

    /** Law: no call to the outside inside a transaction. */
    public function assert_no_transaction(): void
    {
        if ($this->depth > 0) {
            throw new LogicException('A call to the outside inside a transaction.');
        }
    }

    /**
     * @param array<string, Value> $values by column
     * @return int the new row's id
     * @throws UniqueViolation
     */
    public function insert(string $table, array $values): int
    {
        $columns = implode(', ', array_map(static fn (string $column): string => "`{$column}`", array_keys($values)));
        $marks = implode(', ', array_fill(0, count($values), '?'));
        // A broken unique key is an answer many callers go on with; it must not end their transaction.
        $verb = $this->ends_on_errors() ? 'INSERT IGNORE' : 'INSERT';
        if ($this->execute("{$verb} INTO {$this->table($table)} ({$columns}) VALUES ({$marks})", array_values($values)) === 0) {
            throw new UniqueViolation("There is a row with this key in {$table}.");
        }

        return (int) $this->wpdb->insert_id;
    }

    /**
     * Changes the rows that match every one of `$where`: the compare-and-set of the laws.
     *
     * @param array<string, Value> $values
     * @param non-empty-array<string, Value> $where null means IS NULL
     * @return int rows that matched and were changed; 0 when somebody else was first
     */
    public function update(string $table, array $values, array $where): int
    {
        $assignments = implode(', ', array_map(static fn (string $column): string => "`{$column}` = ?", array_keys($values)));
        [$condition, $arguments] = $this->condition($where);

        return $this->execute("UPDATE {$this->table($table)} SET {$assignments} WHERE {$condition}", [...array_values($values), ...$arguments]);
    }

    /** @param non-empty-array<string, Value> $where */
    public function delete(string $table, array $where): int
    {
        [$condition, $arguments] = $this->condition($where);

        return $this->execute("DELETE FROM {$this->table($table)} WHERE {$condition}", $arguments);
    }

    /**
     * Any statement that changes something.
     *
     * @param list<Value> $arguments
     * @return int rows hit
     */
    public function execute(string $sql, array $arguments = []): int
    {
        $this->refuse_if_lost();

        return (int) $this->run($this->bind($sql, $arguments));
    }

    /**
     * @param list<Value> $arguments
     * @return list<Row>
     */
    public function rows(string $sql, array $arguments = []): array
    {
        $previous = $this->wpdb->suppress_errors();
        $rows = $this->wpdb->get_results($this->bind($sql, $arguments), ARRAY_A);
        $this->wpdb->suppress_errors($previous);
        $this->throw_on_error();

        return $rows ?? [];
    }

    /**
     * @param list<Value> $arguments
     * @return Row|null
     */
    public function row(string $sql, array $arguments = []): ?array
    {
        return $this->rows($sql, $arguments)[0] ?? null;
    }

    /** @param list<Value> $arguments */
    public function value(string $sql, array $arguments = []): ?string
    {
        $row = $this->row($sql, $arguments);

        return $row === null ? null : array_values($row)[0];
    }

    /** For a LIKE: the text's own % and _ mean themselves. */
    public function like(string $text): string
    {
        return '%' . $this->wpdb->esc_like($text) . '%';
    }

    /**
     * "?, ?, ?" for an IN list.
     *
     * @param non-empty-array<mixed> $values
     */
    public function marks(array $values): string
    {
        return implode(', ', array_fill(0, count($values), '?'));
    }

    /**
     * @param non-empty-array<string, Value> $where
     * @return array{string, list<Value>}
     */
    private function condition(array $where): array
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

    /** @param list<Value> $arguments */
    private function bind(string $sql, array $arguments): string
    {
        if ($arguments === []) {
            return $sql;
        }
        $values = array_values(array_filter($arguments, static fn (int|string|null $value): bool => $value !== null));
        $index = 0;
        $statement = preg_replace_callback('/\?/', static function () use ($arguments, &$index): string {
            $value = $arguments[$index++] ?? null;

            return $value === null ? 'NULL' : (is_int($value) ? '%d' : '%s');
        }, str_replace('%', '%%', $sql));
        if ($index !== count($arguments)) {
            throw new LogicException('A statement and its values differ in number.');
        }

        return $values === [] ? str_replace('%%', '%', (string) $statement) : (string) $this->wpdb->prepare((string) $statement, $values);
    }

    private function refuse_if_lost(): void
    {
        if ($this->is_lost) {
            throw self::lost();
        }
    }

    private static function lost(): DatabaseError
    {
        return new DatabaseError('The transaction ended when one of its statements failed. Nothing of it is kept.');
    }

    private function ends_on_errors(): bool
    {
        return str_contains($this->wpdb::class, 'SQLite');
    }

    private function run(string $sql): int|bool
    {
        $previous = $this->wpdb->suppress_errors();
        $result = $this->wpdb->query($sql);
        $this->wpdb->suppress_errors($previous);
        $this->throw_on_error();

        return $result;
    }

    private function throw_on_error(): void
    {
        $error = $this->wpdb->last_error;
        if ($error === '') {
            return;
        }
        $this->is_lost = $this->is_lost || ($this->depth > 0 && $this->ends_on_errors());
        // MariaDB's and SQLite's own words for a broken unique key.
        if (str_contains($error, 'Duplicate entry') || str_contains($error, 'UNIQUE constraint failed')) {
            throw new UniqueViolation($error);
        }
        throw new DatabaseError($error);
    }
}
