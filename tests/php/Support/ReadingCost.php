<?php

declare(strict_types=1);

namespace Counterfoil\Tests\Support;

use Closure;
use Counterfoil\Shared\Database\Database;

/**
 * How dear one reading is beside another: SQLite works in this process, so its time on the processor says it; a server works
 * elsewhere, and counts the rows that it touched for us, the same number each time.
 */
final class ReadingCost
{
    /**
     * @param Closure(): mixed $work
     * @param Closure(): mixed $yardstick
     */
    public static function ratio(Database $database, Closure $work, Closure $yardstick): float
    {
        if (TestSite::engine() === 'sqlite') {
            return CpuTime::ratio($work, $yardstick);
        }

        return self::rows($database, $work) / max(1, self::rows($database, $yardstick));
    }

    /**
     * @param Closure(): mixed $work
     * @return int rows and keys that the server read for it, those of tables it made to sort in included
     */
    private static function rows(Database $database, Closure $work): int
    {
        // What is kept from now on (settings, clients) is no part of it.
        $work();
        $counts = [self::read($database), self::read($database)];
        $work();

        // Asking for the count reads rows as well.
        return self::read($database) - 2 * $counts[1] + $counts[0];
    }

    private static function read(Database $database): int
    {
        return array_sum(array_map(intval(...), array_column($database->rows("SHOW SESSION STATUS LIKE 'Handler_read%'"), 'Value')));
    }
}
