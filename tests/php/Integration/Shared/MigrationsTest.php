<?php

declare(strict_types=1);

namespace Counterfoil\Tests\Integration\Shared;

use Counterfoil\Access\Capability;
use Counterfoil\Plugin;
use Counterfoil\Shared\Database\Migration;
use Counterfoil\Shared\Database\Migrator;
use Counterfoil\Shared\Work;
use Counterfoil\Tests\Support\CommittingTestCase;

final class MigrationsTest extends CommittingTestCase
{
    public function test_numbers_go_up_without_gap_to_the_one_the_code_wants(): void
    {
        $numbers = array_map(static fn (Migration $migration): int => $migration->number, $this->migrations());
        self::assertSame(range(1, Plugin::SCHEMA), $numbers);
        self::assertSame((string) Plugin::SCHEMA, get_option(Migrator::OPTION));
    }

    public function test_every_table_is_named_for_the_uninstall(): void
    {
        $made = [];
        foreach ($this->migrations() as $migration) {
            array_push($made, ...self::made_by($migration));
        }
        $named = array_merge(...array_map(static fn (string $table): array => $table::names(), Plugin::TABLES));
        sort($made);
        sort($named);
        self::assertSame($made, $named);
    }

    public function test_running_twice_or_anew_after_being_killed_is_harmless(): void
    {
        $database = Plugin::instance()->database;
        $id = Plugin::instance()->catalog->products()->insert('Care', '', null);
        $before = $this->state();
        Plugin::instance()->migrator()->migrate();
        self::assertEquals($before, $this->state());
        // Killed before the number was written down: all steps run again over what is there.
        update_option(Migrator::OPTION, '0', true);
        Plugin::instance()->migrator()->migrate();
        self::assertSame((string) Plugin::SCHEMA, get_option(Migrator::OPTION));
        self::assertEquals($before, $this->state());
        self::assertSame('Care', $database->value("SELECT name FROM {$database->table('products')} WHERE id = ?", [$id]));
    }

    /** A later step may change a table that an earlier one made: whatever a site has, it ends with the same tables. */
    public function test_an_update_from_every_earlier_number_ends_with_the_same_tables(): void
    {
        $database = Plugin::instance()->database;
        [$tables, $state] = [$this->tables(), $this->state()];
        self::assertNotEmpty($tables);
        foreach (range(Plugin::SCHEMA - 1, 0) as $number) {
            foreach ($this->migrations() as $migration) {
                foreach ($migration->number > $number ? self::made_by($migration) : [] as $name) {
                    $database->execute("DROP TABLE IF EXISTS {$database->table($name)}");
                }
            }
            update_option(Migrator::OPTION, (string) $number, true);
            Plugin::instance()->migrator()->migrate();
            self::assertSame($tables, $this->tables(), "From {$number}.");
            self::assertEquals($state, $this->state(), "From {$number}.");
        }
    }

    public function test_the_number_is_the_one_option_that_every_page_loads(): void
    {
        wp_cache_flush();
        $ours = array_filter(array_keys(wp_load_alloptions(true)), static fn (string $name): bool => str_starts_with($name, 'counterfoil'));
        self::assertSame([Migrator::OPTION], array_values($ours));
    }

    /** @return list<Migration> */
    private function migrations(): array
    {
        return array_merge(...array_map(static fn (string $table): array => $table::migrations(), Plugin::TABLES));
    }

    /** @return list<string> names of tables */
    private static function made_by(Migration $migration): array
    {
        preg_match_all('/CREATE TABLE IF NOT EXISTS \{([a-z_]+)\}/', implode("\n", $migration->statements), $matches);

        return $matches[1];
    }

    /** @return array<string, string> how each table of ours is made */
    private function tables(): array
    {
        global $wpdb;
        $database = Plugin::instance()->database;
        $made = [];
        foreach (array_merge(...array_map(static fn (string $table): array => $table::names(), Plugin::TABLES)) as $name) {
            $row = $wpdb->get_row("SHOW CREATE TABLE {$database->table($name)}", ARRAY_N);
            $made[$name] = (string) preg_replace('/ AUTO_INCREMENT=\d+/', '', (string) ($row[1] ?? ''));
        }

        return $made;
    }

    /** @return array<string, mixed> what filling makes, and must not make twice */
    private function state(): array
    {
        $database = Plugin::instance()->database;

        return [
            'portals' => Plugin::instance()->brand->portals()->all(),
            'roles' => Plugin::instance()->clients->roles()->all(),
            'series' => $database->rows("SELECT * FROM {$database->table('number_series')}"),
            'capabilities' => array_map(static fn (Capability $capability): ?bool => get_role('administrator')?->has_cap($capability->value), Capability::cases()),
            'cron' => wp_next_scheduled(Work::ACTION) !== false,
            'schema' => get_option(Migrator::OPTION),
        ];
    }
}
