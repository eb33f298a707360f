<?php

declare(strict_types=1);

namespace Counterfoil\Tests\Support;

use mysqli;
use mysqli_sql_exception;

/** A copy of the installed site's MariaDB database, for one run of the tests. */
final class MariaDbCopy
{
    private const ORIGINAL = 'wordpress';

    /** @return string the copy's name */
    public static function make(string $site): string
    {
        $connection = self::connect($site);
        foreach (self::column($connection, "SHOW DATABASES LIKE 'run\\_%'") as $left) {
            if (! posix_kill((int) substr($left, strlen('run_')), 0)) {
                $connection->query("DROP DATABASE IF EXISTS `{$left}`");
            }
        }
        $name = 'run_' . getmypid();
        $connection->query("DROP DATABASE IF EXISTS `{$name}`");
        $connection->query("CREATE DATABASE `{$name}` CHARACTER SET utf8mb4");
        foreach (self::column($connection, 'SHOW TABLES FROM `' . self::ORIGINAL . '`') as $table) {
            $connection->query("CREATE TABLE `{$name}`.`{$table}` LIKE `" . self::ORIGINAL . "`.`{$table}`");
            $connection->query("INSERT INTO `{$name}`.`{$table}` SELECT * FROM `" . self::ORIGINAL . "`.`{$table}`");
        }
        $connection->close();
        // Registered while shutting down, it comes after all that WordPress and the tests have registered.
        register_shutdown_function(static fn () => register_shutdown_function(
            static fn () => self::connect($site)->query("DROP DATABASE IF EXISTS `{$name}`")
        ));

        return $name;
    }

    private static function connect(string $site): mysqli
    {
        $server = is_file("{$site}/server/server.json") ? json_decode((string) file_get_contents("{$site}/server/server.json"), true) : null;
        $port = is_array($server) && is_int($server['port'] ?? null) ? $server['port'] : 3306;
        try {
            return new mysqli('127.0.0.1', 'root', '', '', $port);
        } catch (mysqli_sql_exception $error) {
            TestSite::give_up("MariaDB: {$error->getMessage()}. Start it with: node scripts/test-site.mjs");
        }
    }

    /** @return list<string> */
    private static function column(mysqli $connection, string $sql): array
    {
        $result = $connection->query($sql);

        return is_bool($result) ? [] : array_map(static fn (array $row): string => (string) $row[0], $result->fetch_all());
    }
}
