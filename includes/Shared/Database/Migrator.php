<?php

declare(strict_types=1);

namespace Counterfoil\Shared\Database;

use Closure;
use Counterfoil\Plugin;
use Counterfoil\Shared\Clock\SystemClock;

/**
 * Brings the tables to the version the code wants: on activation, and on the first request after an update.
 * What is done is kept in the one autoloaded option of this plugin, a number for each table class.
 */
final readonly class Migrator
{
    public const OPTION = 'counterfoil_schema';

    /** Which tables were lost and made anew; only where that happened. */
    public const LOST = 'counterfoil_lost_tables';

    /**
     * @param list<class-string<Table>> $tables
     * @param list<Closure(): void> $afterwards what fills new tables (built-in roles, the first portal); repeatable
     */
    public function __construct(private Database $database, private array $tables, private array $afterwards)
    {
    }

    /** Whether the plugin's own tables are of another day than its code. @param int $wanted Plugin::SCHEMA */
    public static function is_behind(int $wanted): bool
    {
        $done = get_option(self::OPTION, []);

        return ! is_array($done) || ($done['code'] ?? 0) !== $wanted;
    }

    /** @param int $code Plugin::SCHEMA */
    public function migrate(int $code): void
    {
        $done = get_option(self::OPTION, []);
        $done = is_array($done) ? $done : [];
        foreach ($this->pending($done) as [$table, $migration]) {
            foreach ($migration->steps as $step) {
                is_string($step) ? $this->database->execute($this->fill($step)) : $step($this->database);
            }
            $done[$table] = $migration->number;
        }
        $this->database->remembered()->forget();
        foreach ($this->afterwards as $fill) {
            $fill();
        }
        $raised = get_option(self::OPTION, []);
        // What fills the tables may have raised flags (SiteFlags), which lie here too.
        update_option(self::OPTION, ['code' => $code] + $done + (is_array($raised) ? $raised : []), true);
    }

    /**
     * Makes tables anew that are not there any more. What was in them is lost, which is noted for Site Health: empty
     * tables look like a business that never billed anybody.
     *
     * @param int $code Plugin::SCHEMA
     * @return bool false when none was missing, or nothing is installed
     */
    public function mend(int $code): bool
    {
        $done = get_option(self::OPTION, []);
        $missing = is_array($done) && $done !== [] ? $this->missing() : [];
        if ($missing === []) {
            return false;
        }
        $lost = array_merge(...array_values(array_intersect_key($missing, $done)));
        if ($lost !== []) {
            $before = self::lost();
            update_option(self::LOST, ['at' => (new SystemClock())->now()->getTimestamp(), 'tables' => array_values(array_unique([...$before['tables'], ...$lost]))], false);
        }
        update_option(self::OPTION, ['code' => 0] + array_diff_key($done, $missing), true);
        $this->migrate($code);

        return true;
    }

    /** @return array<class-string<Table>, non-empty-list<string>> names of tables that should be there, by their class */
    public function missing(): array
    {
        $there = array_map(static fn (array $row): string => (string) array_values($row)[0], $this->database->rows('SHOW TABLES'));
        $missing = [];
        foreach ($this->tables as $table) {
            $gone = array_values(array_filter($table::names(), fn (string $name): bool => ! in_array($this->database->table($name), $there, true)));
            if ($gone !== []) {
                $missing[$table] = $gone;
            }
        }

        return $missing;
    }

    /** @return array{at: int, tables: list<string>} tables that were made anew, and when (Unix time); none: 0 and [] */
    public static function lost(): array
    {
        $lost = get_option(self::LOST, []);

        return is_array($lost) && is_int($lost['at'] ?? null) && is_array($lost['tables'] ?? null)
            ? ['at' => $lost['at'], 'tables' => array_values(array_map(strval(...), $lost['tables']))]
            : ['at' => 0, 'tables' => []];
    }

    /** @return int the newest step of all tables */
    public function latest(): int
    {
        return max(0, ...array_map(static fn (array $pending): int => $pending[1]->number, $this->pending([])));
    }

    /**
     * @param array<string, int> $done
     * @return list<array{class-string<Table>, Migration}> in the order of their numbers
     */
    private function pending(array $done): array
    {
        $pending = [];
        foreach ($this->tables as $table) {
            foreach ($table::migrations() as $migration) {
                if ($migration->number > ($done[$table] ?? 0)) {
                    $pending[] = [$table, $migration];
                }
            }
        }
        usort($pending, static fn (array $a, array $b): int => $a[1]->number <=> $b[1]->number);

        return $pending;
    }

    private function fill(string $statement): string
    {
        $named = preg_replace_callback(
            '/\{([a-z_]+)(?::(\d+))?\}/',
            fn (array $match): string => match ($match[1]) {
                'charset_collate' => $this->database->charset_collate(),
                'exact' => $this->database->exact_text((int) ($match[2] ?? 190)),
                default => $this->database->table($match[1]),
            },
            $statement
        );

        return (string) $named;
    }
}
