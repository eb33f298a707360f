<?php

declare(strict_types=1);

namespace Counterfoil\Tests\Support;

use mysqli;
use mysqli_sql_exception;

/** A copy of the installed site's MariaDB database. */
final class MariaDbCopy implements CopiedDatabase
{
    private const ORIGINAL = 'wordpress';

    private string $name;

    private ?mysqli $connection = null;

    /** @var array<string, string> what each of the tables is and holds, when it was kept */
    private array $kept = [];

    /** @param string $site the folder of the site */
    public function __construct(private readonly string $site)
    {
        foreach ($this->column("SHOW DATABASES LIKE 'run\\_%'") as $left) {
            if (! posix_kill((int) substr($left, strlen('run_')), 0)) {
                $this->query("DROP DATABASE IF EXISTS `{$left}`");
            }
        }
        $this->name = 'run_' . getmypid();
        $this->make(self::ORIGINAL, $this->name);
        // Registered while shutting down, it comes after all that WordPress and the tests have registered.
        register_shutdown_function(fn () => register_shutdown_function(function (): void {
            if ($this->name !== 'run_' . getmypid()) {
                return;
            }
            $this->query("DROP DATABASE IF EXISTS `{$this->name}`");
            $this->query("DROP DATABASE IF EXISTS `{$this->name}_kept`");
        }));
    }

    public function name(): string
    {
        return $this->name;
    }

    public function keep(): void
    {
        if ($this->kept === []) {
            $this->make($this->name, "{$this->name}_kept");
            $this->kept = $this->tables();
        }
    }

    /** Only of tables that are no more what they were: making all of them anew takes seconds. */
    public function restore(): void
    {
        $now = $this->tables();
        foreach (array_keys(array_diff_key($now, $this->kept)) as $table) {
            $this->query("DROP TABLE `{$this->name}`.`{$table}`");
        }
        $this->query('START TRANSACTION');
        foreach ($this->kept as $table => $was) {
            if (($now[$table] ?? '') === $was) {
                continue;
            }
            if (strtok($now[$table] ?? '', ':') === strtok($was, ':')) {
                $this->query("DELETE FROM `{$this->name}`.`{$table}`");
            } else {
                $this->query("DROP TABLE IF EXISTS `{$this->name}`.`{$table}`");
                $this->query("CREATE TABLE `{$this->name}`.`{$table}` LIKE `{$this->name}_kept`.`{$table}`");
            }
            $this->query("INSERT INTO `{$this->name}`.`{$table}` SELECT * FROM `{$this->name}_kept`.`{$table}`");
        }
        $this->query('COMMIT');
    }

    private function make(string $from, string $to): void
    {
        $this->query("DROP DATABASE IF EXISTS `{$to}`");
        $this->query("CREATE DATABASE `{$to}` CHARACTER SET utf8mb4");
        foreach ($this->column("SHOW TABLES FROM `{$from}`") as $table) {
            $this->query("CREATE TABLE `{$to}`.`{$table}` LIKE `{$from}`.`{$table}`");
            $this->query("INSERT INTO `{$to}`.`{$table}` SELECT * FROM `{$from}`.`{$table}`");
        }
    }

    /** @return array<string, string> hash of its definition, and of its rows */
    private function tables(): array
    {
        $tables = [];
        foreach ($this->column("SHOW TABLES FROM `{$this->name}`") as $table) {
            $definition = $this->column("SHOW CREATE TABLE `{$this->name}`.`{$table}`", 1)[0] ?? '';
            $rows = $this->column("CHECKSUM TABLE `{$this->name}`.`{$table}`", 1)[0] ?? '';
            $tables[$table] = md5((string) preg_replace('/ AUTO_INCREMENT=\d+/', '', $definition)) . ":{$rows}";
        }

        return $tables;
    }

    /** @return list<string> */
    private function column(string $sql, int $number = 0): array
    {
        return array_map(static fn (array $row): string => (string) $row[$number], $this->query($sql));
    }

    /** @return list<array<int, string|null>> */
    private function query(string $sql): array
    {
        $result = ($this->connection ??= $this->connect())->query($sql);

        return is_bool($result) ? [] : $result->fetch_all();
    }

    private function connect(): mysqli
    {
        $server = is_file("{$this->site}/server/server.json") ? json_decode((string) file_get_contents("{$this->site}/server/server.json"), true) : null;
        $port = is_array($server) && is_int($server['port'] ?? null) ? $server['port'] : 3306;
        try {
            return new mysqli('127.0.0.1', 'root', '', '', $port);
        } catch (mysqli_sql_exception $error) {
            TestSite::give_up("MariaDB: {$error->getMessage()}. Start it with: node scripts/test-site.mjs");
        }
    }
}
