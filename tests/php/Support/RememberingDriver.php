<?php

declare(strict_types=1);

namespace Counterfoil\Tests\Support;

use Closure;
use PDO;
use PDOException;
use PDOStatement;
use ReflectionProperty;
use WP_MySQL_On_SQLite;
use WP_MySQL_On_SQLite_Statement;
use WP_SQLite_DB;

/**
 * WordPress' SQLite driver, which remembers what the questions that it was asked are in SQLite's words.
 *
 * A run of the tests asks the same ones again and again, down to the letter, since each test begins with the same ids. What is
 * written is translated each time, and so is a question whose words could come out otherwise another time.
 */
final class RememberingDriver extends WP_MySQL_On_SQLite
{
    private const MOST = 20_000;
    private const LONGEST = 4000;
    private const MOST_PREPARED = 500;

    /** Of the connection, its time or chance; the whole word, or the beginning of one. */
    private const CHANGING = '/@|\b(?:SQL_CALC_|FOUND_ROWS|ROW_COUNT|LAST_INSERT|DATABASE|SCHEMA|CONNECTION|USER|VERSION|NOW|SYSDATE|CUR|UTC|UNIX_|LOCALTIME|RAND|UUID|INFORMATION_SCHEMA)/i';

    /** @var array<string, string> SQLite's words by MySQL's */
    private static array $known = [];

    /** @var array<string, PDOStatement> by SQLite's words */
    private array $prepared = [];

    /** @var Closure(string, string, PDOStatement, int): PDOStatement */
    private Closure $ask;

    /** Takes a connection over from the driver that opened it. */
    public static function install(WP_SQLite_DB $wpdb): void
    {
        $driver = new self('mysql-on-sqlite:dbname=' . str_replace(';', ';;', (string) constant('DB_NAME')), null, null, ['sqlite_pdo' => $wpdb->get_driver()->get_connection()->get_pdo()]);
        $driver->setAttribute(PDO::ATTR_STRINGIFY_FETCHES, true);
        // As WP_MySQL_On_SQLite::query() does with a question that it has translated.
        $driver->ask = Closure::bind(function (string $query, string $translated, PDOStatement $prepared, int $mode): PDOStatement {
            $this->flush();
            $this->last_mysql_query = $query;
            $this->is_readonly = true;
            $this->found_rows = $translated;
            $this->last_result_statement = $prepared;
            $prepared->execute();
            $this->store_last_column_meta_from_statement($this->last_result_statement);
            $statement = new WP_MySQL_On_SQLite_Statement($this->last_result_statement, $query, $this->create_column_meta_resolver($this->last_column_meta), $this->last_affected_rows);
            $statement->setFetchMode($mode);
            $this->error_code = '00000';
            $this->error_info = ['00000', null, null];

            return $statement;
        }, $driver, WP_MySQL_On_SQLite::class);
        (new ReflectionProperty(WP_SQLite_DB::class, 'dbh'))->setValue($wpdb, $driver);
        RememberingParser::install($driver);
        $wpdb->set_sql_mode();
        self::$known = [];
    }

    public function query(string $query, ?int $fetch_mode = null, mixed ...$fetch_mode_args): PDOStatement|false
    {
        if ($fetch_mode !== PDO::FETCH_OBJ || strncasecmp($query, 'SELECT', 6) !== 0) {
            if (preg_match('/^\s*(?:CREATE|ALTER|DROP|TRUNCATE|RENAME|SET|USE)\b/i', $query) === 1) {
                self::$known = [];
                $this->prepared = [];
            }

            return parent::query($query, $fetch_mode, ...$fetch_mode_args);
        }
        if (isset(self::$known[$query])) {
            try {
                $translated = self::$known[$query];
                $prepared = $this->prepared[$translated] ?? $this->get_connection()->get_pdo()->prepare($translated);
                if (count($this->prepared) < self::MOST_PREPARED) {
                    $this->prepared[$translated] = $prepared;
                }

                return ($this->ask)($query, $translated, $prepared, $fetch_mode);
            } catch (PDOException) {
                // The driver says what is wrong, below.
                unset(self::$known[$query]);
            }
        }
        $statement = parent::query($query, $fetch_mode);
        $asked = $this->get_last_sqlite_queries();
        if ($statement !== false && count($asked) === 1 && $asked[0]['params'] === [] && strlen($query) < self::LONGEST && count(self::$known) < self::MOST && preg_match(self::CHANGING, $query) === 0) {
            self::$known[$query] = $asked[0]['sql'];
        }

        return $statement;
    }
}
