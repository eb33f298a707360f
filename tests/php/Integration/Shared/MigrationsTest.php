<?php

declare(strict_types=1);

namespace Counterfoil\Tests\Integration\Shared;

use Counterfoil\Access\Capability;
use Counterfoil\Clients\ClientsModule;
use Counterfoil\Plugin;
use Counterfoil\Portals\PortalsModule;
use Counterfoil\Products\ProductsModule;
use Counterfoil\Shared\Database\Migration;
use Counterfoil\Shared\Database\Migrator;
use Counterfoil\Shared\Database\Table;
use Counterfoil\Shared\Module;
use Counterfoil\Shared\Queue\LastRun;
use Counterfoil\Shared\Queue\Worker;
use Counterfoil\Shared\SharedModule;
use Counterfoil\Tests\Support\CommittingTestCase;

final class MigrationsTest extends CommittingTestCase
{
    public function test_each_number_is_given_once_and_the_newest_is_the_one_the_code_wants(): void
    {
        $numbers = array_map(static fn (Migration $migration): int => $migration->number, $this->migrations());
        self::assertSame(array_values(array_unique($numbers)), $numbers);
        self::assertSame(Plugin::SCHEMA, max([0, ...$numbers]));
        self::assertSame(Plugin::SCHEMA, self::done()['code']);
    }

    public function test_every_table_is_named_for_the_uninstall(): void
    {
        $made = [];
        foreach ($this->migrations() as $migration) {
            array_push($made, ...self::made_by($migration));
        }
        $named = array_merge(...array_map(static fn (string $table): array => $table::names(), self::table_classes()));
        sort($made);
        sort($named);
        self::assertSame($made, $named);
    }

    public function test_running_twice_or_anew_after_being_killed_is_harmless(): void
    {
        $database = Plugin::instance()->database();
        $id = Plugin::instance()->module(ProductsModule::class)->products()->insert('Care', '', null);
        $before = $this->state();
        Plugin::instance()->module(SharedModule::class)->migrate();
        self::assertEquals($before, $this->state());
        // Killed before the number was written down: all steps run again over what is there.
        update_option(Migrator::OPTION, [], true);
        Plugin::instance()->module(SharedModule::class)->migrate();
        self::assertSame(Plugin::SCHEMA, self::done()['code']);
        self::assertEquals($before, $this->state());
        self::assertSame('Care', $database->value("SELECT name FROM {$database->table('products')} WHERE id = ?", [$id]));
    }

    /** A later step may change a table that an earlier one made: whatever a site has, it ends with the same tables. */
    public function test_an_update_from_every_earlier_number_ends_with_the_same_tables(): void
    {
        $database = Plugin::instance()->database();
        [$tables, $state] = [$this->tables(), $this->state()];
        self::assertNotEmpty($tables);
        foreach ($this->migrations() as $from) {
            $done = ['code' => 1];
            foreach (self::table_classes() as $table) {
                foreach ($table::migrations() as $migration) {
                    if ($migration->number < $from->number) {
                        $done[$table] = $migration->number;

                        continue;
                    }
                    foreach (self::made_by($migration) as $name) {
                        $database->execute("DROP TABLE IF EXISTS {$database->table($name)}");
                    }
                }
            }
            update_option(Migrator::OPTION, $done, true);
            Plugin::instance()->module(SharedModule::class)->migrate();
            self::assertSame($tables, $this->tables(), "From {$from->number}.");
            self::assertEquals($state, $this->state(), "From {$from->number}.");
        }
    }

    public function test_a_step_may_be_code(): void
    {
        update_option(Migrator::OPTION, [], true);
        (new Migrator(Plugin::instance()->database(), [TableOfCode::class], []))->migrate(7);
        self::assertSame('by code', Plugin::instance()->settings()->get('made')['how'] ?? '');
        self::assertSame(['code' => 7, TableOfCode::class => 2], self::done());
    }

    public function test_every_page_loads_the_number_and_the_last_run_and_no_other_option(): void
    {
        LastRun::note(Plugin::instance()->clock()->now()->getTimestamp());
        wp_cache_flush();
        $ours = array_filter(array_keys(wp_load_alloptions(true)), static fn (string $name): bool => str_starts_with($name, 'counterfoil'));
        sort($ours);
        self::assertSame([LastRun::OPTION, Migrator::OPTION], $ours);
    }

    /** @return list<Migration> */
    private function migrations(): array
    {
        return array_merge(...array_map(static fn (string $table): array => $table::migrations(), self::table_classes()));
    }

    /** @return list<class-string<Table>> */
    private static function table_classes(): array
    {
        return array_merge(...array_map(static fn (Module $module): array => $module->tables(), Plugin::instance()->modules()));
    }

    /** @return array<string, int> */
    private static function done(): array
    {
        return (array) get_option(Migrator::OPTION);
    }

    /** @return list<string> names of tables */
    private static function made_by(Migration $migration): array
    {
        preg_match_all('/CREATE TABLE IF NOT EXISTS \{([a-z_]+)\}/', implode("\n", array_filter($migration->steps, is_string(...))), $matches);

        return $matches[1];
    }

    /** @return array<string, string> how each table of ours is made */
    private function tables(): array
    {
        global $wpdb;
        $database = Plugin::instance()->database();
        $made = [];
        foreach (array_merge(...array_map(static fn (string $table): array => $table::names(), self::table_classes())) as $name) {
            $row = $wpdb->get_row("SHOW CREATE TABLE {$database->table($name)}", ARRAY_N);
            $made[$name] = (string) preg_replace('/ AUTO_INCREMENT=\d+/', '', (string) ($row[1] ?? ''));
        }

        return $made;
    }

    /** @return array<string, mixed> what filling makes, and must not make twice */
    private function state(): array
    {
        $database = Plugin::instance()->database();

        return [
            'portals' => Plugin::instance()->module(PortalsModule::class)->portals()->all(),
            'roles' => Plugin::instance()->module(ClientsModule::class)->roles()->all(),
            'series' => $database->rows("SELECT * FROM {$database->table('number_series')}"),
            'capabilities' => array_map(static fn (Capability $capability): ?bool => get_role('administrator')?->has_cap($capability->value), Capability::cases()),
            'cron' => wp_next_scheduled(Worker::ACTION) !== false,
            'schema' => get_option(Migrator::OPTION),
        ];
    }
}
