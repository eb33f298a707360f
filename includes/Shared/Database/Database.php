<?php

declare(strict_types=1);

namespace Counterfoil\Shared\Database;

use Closure;
use Counterfoil\Shared\Count;
use LogicException;
use wpdb;

/**
 * WordPress' database with what money needs: transactions that nest, errors that are thrown, unique
 * keys that can be told apart, and compare-and-set updates that say how many rows they hit.
 *
 * Only repositories hold one. Values are always given apart from the statement (`?`), each with its
 * PHP type: int, string, Bytes or null.
 *
 * @phpstan-type Value int|string|Bytes|null
 * @phpstan-type Row array<string, string|null>
 */
final readonly class Database
{
    /** Of one statement with values of their own: each is looked for among all of them. */
    private const MOST_ROWS = 50;

    private Connection $connection;
    private State $state;
    private Transactions $transactions;
    private Count $writes;
    private Remembered $remembered;
    private Later $later;

    /** @param Closure(): bool $mend makes the tables that are missing; false when there was nothing it could do */
    public function __construct(wpdb $wpdb, Closure $mend)
    {
        $shown = new Count();
        $this->connection = new Connection($wpdb, $shown);
        $this->state = new State($this->connection, $shown);
        $rollbacks = new Count();
        $this->later = new Later($this->connection);
        $this->transactions = new Transactions($this->connection, new MissedTables($mend), $rollbacks, $this->state, $this->later);
        $this->writes = new Count();
        $this->remembered = new Remembered($rollbacks, $this->connection->table(...));
    }

    /** "invoices" is `wp_counterfoil_invoices` */
    public function table(string $name): string
    {
        return $this->connection->table($name);
    }

    /** WordPress' own: "users" is `wp_users`, also on a network of sites */
    public function core_table(string $name): string
    {
        return $this->connection->core_table($name);
    }

    public function charset_collate(): string
    {
        return $this->connection->charset_collate();
    }

    /** See Connection::exact_text(). */
    public function exact_text(int $most): string
    {
        return $this->connection->exact_text($most);
    }

    /**
     * Runs `$work` in a transaction, or in a savepoint of the one that is open already. It may be run again from its
     * start when the database undid it, so it keeps nothing outside of the database.
     *
     * @template T
     * @param Closure(): T $work
     * @return T
     */
    public function transaction(Closure $work): mixed
    {
        return $this->transactions->run($work);
    }

    public function begin(): void
    {
        $this->transactions->begin();
    }

    public function commit(): void
    {
        $this->transactions->commit();
    }

    public function rollback(): void
    {
        $this->transactions->rollback();
    }

    /** After the outermost commit, or at once when nothing is open. Dropped when it is rolled back. */
    public function after_commit(Closure $callback): void
    {
        $this->transactions->after_commit($callback);
    }

    public function is_in_transaction(): bool
    {
        return $this->transactions->is_open();
    }

    public function state(): State
    {
        return $this->state;
    }

    public function remembered(): Remembered
    {
        return $this->remembered;
    }

    /** How many statements of this process changed rows. */
    public function writes(): int
    {
        return $this->writes->value;
    }

    /** Law: no call to the outside inside a transaction. */
    public function assert_no_transaction(): void
    {
        if ($this->transactions->is_open()) {
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
        return $this->insert_many($table, [$values])[0];
    }

    /**
     * @param non-empty-list<array<string, Value>> $rows by column, all with the same columns
     * @return list<int> the new rows' ids, in their order
     * @throws UniqueViolation when there is a row with one of their keys; the caller takes all of them back then
     */
    public function insert_many(string $table, array $rows): array
    {
        $statement = new Statement($this->table($table));
        $this->before($statement);
        $this->remembered->written($statement);
        $this->transactions->refuse_if_lost();
        if (! $this->is_in_transaction() && Statement::insert_many('INSERT', $this->table($table), $rows)->is_shown()) {
            // With the state, or without both.
            return $this->transaction(fn (): array => $this->insert_many($table, $rows));
        }
        $ids = $this->tried(fn (): ?array => $this->connection->insert_many($this->table($table), $rows)) ?? throw UniqueViolation::of($table);
        ++$this->writes->value;

        return $ids;
    }

    /**
     * A row that nobody needs before the transaction commits: written then, together with others of its table.
     *
     * @param array<string, Value> $values by column
     * @param string $on_duplicate "due_at = VALUES(due_at)": what becomes of the row that has its key already
     * @param (Closure(int): void)|null $then is given the row's id; what it writes is part of the transaction too
     * @throws UniqueViolation where no transaction is open; otherwise it is thrown as that ends
     */
    public function insert_later(string $table, array $values, string $on_duplicate = '', ?Closure $then = null): void
    {
        if (! $this->is_in_transaction()) {
            $this->transaction(fn () => $this->insert_later($table, $values, $on_duplicate, $then));

            return;
        }
        ++$this->writes->value;
        $this->remembered->written(new Statement($this->table($table)));
        $this->later->add($this->table($table), $values, $this->transactions->depth(), $on_duplicate === '' ? '' : " ON DUPLICATE KEY UPDATE {$on_duplicate}", $then);
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
        return $this->write(Statement::update($this->table($table), $values, $where));
    }

    /**
     * The same of many rows, each with values of its own.
     *
     * @param array<int, array<string, Value>> $values by id, all with the same columns
     * @param array<int, array<string, int|string>> $where what must be true of each besides, by id, all with the same columns
     * @return int rows that matched and were changed
     */
    public function update_many(string $table, array $values, array $where = []): int
    {
        $hit = 0;
        foreach (array_chunk($values, self::MOST_ROWS, true) as $some) {
            $hit += $this->write(Statement::update_many($this->table($table), $some, array_intersect_key($where, $some)));
        }

        return $hit;
    }

    /** @param non-empty-array<string, Value> $where */
    public function delete(string $table, array $where): int
    {
        return $this->write(Statement::delete($this->table($table), $where));
    }

    /**
     * Any statement that changes something.
     *
     * @param list<Value> $arguments
     * @return int rows hit
     */
    public function execute(string $sql, array $arguments = []): int
    {
        return $this->write(new Statement($sql, $arguments));
    }

    /**
     * @param list<Value> $arguments
     * @return list<Row>
     */
    public function rows(string $sql, array $arguments = []): array
    {
        $statement = new Statement($sql, $arguments);
        $this->before($statement);

        return $this->tried(fn (): array => $this->connection->read($statement));
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
        return '%' . $this->connection->escape_like($text) . '%';
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

    /** What was left for later: before others have to wait for what comes next. */
    public function write_what_waits(): void
    {
        $this->transactions->write_later($this->later->write_all(...));
    }

    /** What is read or written now finds what was left for later. */
    private function before(Statement $statement): void
    {
        if (! $this->later->is_empty()) {
            $this->transactions->write_later(fn () => $this->later->write_what($statement));
        }
    }

    private function write(Statement $statement): int
    {
        $this->before($statement);
        $this->remembered->written($statement);
        $this->transactions->refuse_if_lost();
        if (! $this->is_in_transaction() && $statement->is_shown()) {
            // With the state, or without both.
            return $this->transaction(fn (): int => $this->write($statement));
        }
        $hit = $this->tried(fn (): int => $this->connection->run($statement));
        if ($hit > 0) {
            ++$this->writes->value;
        }

        return $hit;
    }

    /**
     * @template T
     * @param Closure(): T $statement
     * @return T
     */
    private function tried(Closure $statement): mixed
    {
        return Attempts::at(function () use ($statement): mixed {
            try {
                return $statement();
            } catch (DatabaseError $error) {
                $this->transactions->note_failure($error);
                throw $error;
            }
        }, $this->is_in_transaction(...));
    }
}
