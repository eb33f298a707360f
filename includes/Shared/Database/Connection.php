<?php

declare(strict_types=1);

namespace Counterfoil\Shared\Database;

use Counterfoil\Shared\Count;
use wpdb;

/**
 * WordPress' connection to its database, with errors that are thrown and unique keys that can be told apart.
 *
 * @phpstan-import-type Row from Database
 * @phpstan-import-type Value from Database
 */
final readonly class Connection
{
    /** From one id to the next; 0 until it was asked for. */
    private Count $step;

    /** @param Count $shown counts the statements that changed something that is shown: see State */
    public function __construct(private wpdb $wpdb, private Count $shown = new Count())
    {
        $this->step = new Count();
    }

    /** "invoices" is `wp_counterfoil_invoices` */
    public function table(string $name): string
    {
        return "{$this->wpdb->prefix}counterfoil_{$name}";
    }

    /** WordPress' own: "users" is `wp_users`, also on a network of sites */
    public function core_table(string $name): string
    {
        return (string) $this->wpdb->{$name};
    }

    public function charset_collate(): string
    {
        return $this->wpdb->get_charset_collate();
    }

    /**
     * The type of a column whose texts are the same only when their bytes are: addresses, keys, numbers. A database's
     * usual collation takes "INV" for "inv", MariaDB's "ņ" and a full-width "ｎ" for "n" as well.
     *
     * @param int $most characters
     */
    public function exact_text(int $most): string
    {
        // SQLite's driver makes every text NOCASE, whatever it is told: there A to Z and a to z stay the same, and nothing
        // else is. So what is kept in such a column is in lower case, or a hash of it, or given by one source.
        return $this->ends_on_errors() ? "VARCHAR({$most})" : "VARCHAR({$most}) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin";
    }

    /**
     * SQLite's driver for WordPress ends the whole transaction when a statement fails; MySQL undoes the
     * statement alone.
     */
    public function ends_on_errors(): bool
    {
        return str_contains($this->wpdb::class, 'SQLite');
    }

    /**
     * @return int rows hit; 0 for a statement that hits none
     * @throws DatabaseError|UniqueViolation|Deadlock|MissingTable
     */
    public function run(Statement $statement): int
    {
        $sql = $statement->prepared($this->wpdb);
        $previous = $this->wpdb->suppress_errors();
        $result = $this->wpdb->query($sql);
        $this->wpdb->suppress_errors($previous);
        $this->throw_on_error();
        if ((int) $result > 0 && State::is_shown($sql)) {
            ++$this->shown->value;
        }

        return (int) $result;
    }

    /**
     * @param non-empty-list<array<string, Value>> $rows all with the same columns
     * @param string $tail " ON DUPLICATE KEY UPDATE …": then there are no ids
     * @return list<int>|null their ids, in their order; null when there is a row with one of their keys, so that none is to be kept
     * @throws UniqueViolation the same, where the statement fails of it
     */
    public function insert_many(string $table, array $rows, string $tail = ''): ?array
    {
        // A broken unique key is an answer many callers go on with; it must not end their transaction.
        $verb = $tail === '' && $this->ends_on_errors() ? 'INSERT IGNORE' : 'INSERT';
        $hit = $this->run(Statement::insert_many($verb, $table, $rows, $tail));
        if ($tail !== '') {
            return array_fill(0, count($rows), 0);
        }

        return $hit < count($rows) ? null : $this->ids(count($rows));
    }

    /** The id of the row that was written last. */
    public function last_id(): int
    {
        return (int) $this->wpdb->insert_id;
    }

    /**
     * Of the rows of one statement: a database numbers them one after the other, and MySQL says the first one, SQLite the last one.
     *
     * @return list<int>
     */
    private function ids(int $count): array
    {
        $known = (int) $this->wpdb->insert_id;
        if ($count === 1) {
            return [$known];
        }
        if ($this->ends_on_errors()) {
            return range($known - $count + 1, $known);
        }
        // Where several servers write, each has numbers of its own.
        $this->step->value = $this->step->value ?: (int) ($this->read(new Statement('SELECT @@auto_increment_increment AS step'))[0]['step'] ?? 1);

        return range($known, $known + ($count - 1) * $this->step->value, $this->step->value);
    }

    /**
     * @return list<Row>
     * @throws DatabaseError
     */
    public function read(Statement $statement): array
    {
        $sql = $statement->prepared($this->wpdb);
        $previous = $this->wpdb->suppress_errors();
        $rows = $this->wpdb->get_results($sql, ARRAY_A);
        $this->wpdb->suppress_errors($previous);
        $this->throw_on_error();

        return $rows ?? [];
    }

    /** A text's own % and _ mean themselves. */
    public function escape_like(string $text): string
    {
        return $this->wpdb->esc_like($text);
    }

    private function throw_on_error(): void
    {
        $error = $this->wpdb->last_error;
        if ($error === '') {
            return;
        }
        self::forget($error);
        // SQLite's driver for WordPress puts the statement and a trace around it.
        $words = preg_match('/SQLSTATE\[[^<]+/', $error, $match) === 1 ? trim($match[0]) : $error;
        throw match (true) {
            // MariaDB's and SQLite's own words for a broken unique key.
            preg_match('/Duplicate entry|UNIQUE constraint failed/', $error) === 1 => new UniqueViolation($words),
            // MariaDB's (1213, 1205) and SQLite's own words for two that were in each other's way.
            preg_match('/Deadlock found|Lock wait timeout|database (table )?is locked/', $error) === 1 => new Deadlock($words),
            str_contains($error, 'Record has changed since last read') => $this->lock_what_is_there($words),
            preg_match("/Table '[^']+' doesn't exist|no such table/", $error) === 1 => new MissingTable($words),
            default => new DatabaseError($words),
        };
    }

    /**
     * MariaDB refuses since 11.6 to lock a row that somebody else changed after the transaction had looked (1020). Where many wait for one row, as
     * for the next number, that would be each of them, again and again. So what is tried again locks the row as it is now, as MySQL and earlier ones do:
     * https://mariadb.com/kb/en/innodb-system-variables/#innodb_snapshot_isolation
     */
    private function lock_what_is_there(string $words): Deadlock
    {
        $previous = $this->wpdb->suppress_errors();
        $this->wpdb->query('SET SESSION innodb_snapshot_isolation = OFF');
        $this->wpdb->suppress_errors($previous);

        return new Deadlock($words);
    }

    /** WordPress keeps each error as long as the process lives, which may be long for a worker. Whoever catches ours deals with it. */
    private static function forget(string $error): void
    {
        $kept = $GLOBALS['EZSQL_ERROR'] ?? null;
        if (is_array($kept) && ($kept[array_key_last($kept)]['error_str'] ?? null) === $error) {
            array_pop($GLOBALS['EZSQL_ERROR']);
        }
    }
}
