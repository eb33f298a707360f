<?php

declare(strict_types=1);

namespace Counterfoil\Tests\Support;

/** A copy of the installed site's SQLite file, for one run of the tests. */
final class SqliteCopy
{
    /** @return string the copy's name, without ".sqlite" */
    public static function make(string $folder): string
    {
        foreach (glob("{$folder}/run-*.sqlite") ?: [] as $left) {
            if (preg_match('/run-(\d+)\.sqlite$/', $left, $found) === 1 && ! posix_kill((int) $found[1], 0)) {
                self::remove(substr($left, 0, -strlen('.sqlite')));
            }
        }
        $name = 'run-' . getmypid();
        self::remove("{$folder}/{$name}");
        copy("{$folder}/wordpress.sqlite", "{$folder}/{$name}.sqlite");
        self::last(static fn () => self::remove("{$folder}/{$name}"));

        return $name;
    }

    private static function remove(string $path): void
    {
        foreach (['.sqlite', '.sqlite-wal', '.sqlite-shm', '.sqlite-journal'] as $end) {
            if (is_file($path . $end)) {
                unlink($path . $end);
            }
        }
    }

    /** Registered while shutting down, it comes after all that WordPress and the tests have registered. */
    private static function last(callable $work): void
    {
        register_shutdown_function(static fn () => register_shutdown_function($work));
    }
}
