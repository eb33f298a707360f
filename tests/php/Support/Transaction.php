<?php

declare(strict_types=1);

namespace Counterfoil\Tests\Support;

use wpdb;

/**
 * The transaction a test runs in. The code under test goes on to begin and to commit its own, which become
 * savepoints of this one: it cannot tell, and nothing stays.
 */
final class Transaction
{
    private static int $depth = 0;

    public static function begin(): void
    {
        self::$depth = 0;
        self::wpdb()->query('START TRANSACTION');
        add_filter('query', [self::class, 'nest']);
    }

    public static function rollback(): void
    {
        remove_filter('query', [self::class, 'nest']);
        self::wpdb()->query('ROLLBACK');
    }

    /** Hooked to each statement. */
    public static function nest(string $sql): string
    {
        $word = strtoupper(trim($sql, " \n\r\t;"));
        if ($word === 'START TRANSACTION' || $word === 'BEGIN') {
            ++self::$depth;

            return 'SAVEPOINT test_' . self::$depth;
        }
        if ($word === 'COMMIT' && self::$depth > 0) {
            return 'RELEASE SAVEPOINT test_' . self::$depth--;
        }
        if ($word === 'ROLLBACK' && self::$depth > 0) {
            return 'ROLLBACK TO SAVEPOINT test_' . self::$depth--;
        }

        return $sql;
    }

    private static function wpdb(): wpdb
    {
        return $GLOBALS['wpdb'];
    }
}
