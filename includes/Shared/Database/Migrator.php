<?php

declare(strict_types=1);

namespace Counterfoil\Shared\Database;

use Closure;

/**
 * Brings the tables to the version the code wants: on activation, and on the first request after an
 * update. The number of the last step done is the one autoloaded option of this plugin.
 */
final readonly class Migrator
{
    public const OPTION = 'counterfoil_schema';

    /**
     * @param list<Migration> $migrations of all tables
     * @param list<Closure(): void> $afterwards what fills new tables (built-in roles, the first portal); repeatable
     */
    public function __construct(private Database $database, private array $migrations, private array $afterwards)
    {
    }

    public function migrate(): void
    {
        $done = (int) get_option(self::OPTION, '0');
        $pending = array_filter($this->migrations, static fn (Migration $migration): bool => $migration->number > $done);
        usort($pending, static fn (Migration $a, Migration $b): int => $a->number <=> $b->number);
        foreach ($pending as $migration) {
            foreach ($migration->statements as $statement) {
                $this->database->execute($this->fill($statement));
            }
        }
        foreach ($this->afterwards as $fill) {
            $fill();
        }
        update_option(self::OPTION, (string) $this->latest(), true);
    }

    private function latest(): int
    {
        return array_reduce($this->migrations, static fn (int $latest, Migration $migration): int => max($latest, $migration->number), 0);
    }

    private function fill(string $statement): string
    {
        $named = preg_replace_callback(
            '/\{([a-z_]+)\}/',
            fn (array $match): string => $match[1] === 'charset_collate' ? $this->database->charset_collate() : $this->database->table($match[1]),
            $statement
        );

        return (string) $named;
    }
}
