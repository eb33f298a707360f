<?php

declare(strict_types=1);

namespace Counterfoil\Tests\Integration\Shared;

use Counterfoil\Emails\EmailsModule;
use Counterfoil\Plugin;
use Counterfoil\Products\ProductsModule;
use Counterfoil\Shared\Actor;
use Counterfoil\Shared\Change\Change;
use Counterfoil\Shared\Database\Migrator;
use Counterfoil\Shared\Database\MissingTable;
use Counterfoil\Shared\Finding;
use Counterfoil\Shared\Health;
use Counterfoil\Shared\Queue\Backlog;
use Counterfoil\Shared\Queue\LastRun;
use Counterfoil\Shared\Queue\Worker;
use Counterfoil\Shared\SharedModule;
use Counterfoil\Shared\Viewer;
use Counterfoil\Tests\Support\CommittingTestCase;
use Counterfoil\Upkeep\UpkeepModule;
use PHPUnit\Framework\Attributes\TestWith;

/** What cleaning plugins, restored backups and updates that stopped half-way take away. */
final class LostAndFoundTest extends CommittingTestCase
{
    protected function tearDown(): void
    {
        delete_option(Migrator::LOST);
        Plugin::instance()->module(SharedModule::class)->mend();
        delete_option(Migrator::LOST);
        parent::tearDown();
    }

    public function test_a_lost_entry_of_the_cron_is_set_again_by_the_next_request(): void
    {
        wp_unschedule_hook(Worker::ACTION);

        Plugin::instance()->module(SharedModule::class)->catch_up();

        self::assertNotFalse(wp_next_scheduled(Worker::ACTION));
        self::assertSame(Worker::EVERY, wp_get_schedule(Worker::ACTION));
    }

    public function test_a_missing_table_is_made_anew_by_the_read_that_misses_it_and_said(): void
    {
        $this->drop('outbox');

        self::assertSame([], Plugin::instance()->module(EmailsModule::class)->rows()->problems(Viewer::system()));

        self::assertSame(['outbox'], Migrator::lost()['tables']);
        $said = $this->finding('tables');
        self::assertSame('critical', $said->status);
        self::assertStringContainsString('outbox', $said->text);
    }

    /** What is written by the change itself, what waits for its end, and what the end of every change writes. */
    #[TestWith(['products'])]
    #[TestWith(['events'])]
    #[TestWith(['state'])]
    public function test_a_change_that_misses_one_is_made_once_it_is_there(string $table): void
    {
        $this->drop($table);

        Plugin::instance()->changes()->run(Actor::system(), static function (Change $change): void {
            Plugin::instance()->module(ProductsModule::class)->products()->insert('Care', '', null);
            $change->event('product.created', [['product', 1]], null);
        });

        self::assertSame(1, $this->rows_of('products'));
        self::assertSame(1, $this->rows_of('events'));
    }

    public function test_a_transaction_that_misses_one_is_begun_again(): void
    {
        $this->drop('outbox');

        self::assertSame(0, Plugin::instance()->database()->transaction(fn (): int => $this->rows_of('outbox')));
    }

    public function test_an_update_that_stopped_half_way_goes_on_and_has_lost_nothing(): void
    {
        $this->drop('invoice_notes');
        $done = get_option(Migrator::OPTION);
        self::assertIsArray($done);
        update_option(Migrator::OPTION, ['code' => 1] + array_filter($done, static fn (string $name): bool => ! str_ends_with($name, '\InvoicesTable'), ARRAY_FILTER_USE_KEY));

        Plugin::instance()->module(SharedModule::class)->catch_up();

        self::assertSame(0, $this->rows_of('invoice_notes'));
        self::assertSame([], Migrator::lost()['tables']);
        self::assertSame('good', $this->finding('tables')->status);
    }

    /** As after an uninstall. */
    public function test_nothing_is_made_where_nothing_is_installed(): void
    {
        $done = get_option(Migrator::OPTION);
        delete_option(Migrator::OPTION);
        $this->drop('outbox');
        try {
            $this->rows_of('outbox');
            self::fail('It was made.');
        } catch (MissingTable) {
            update_option(Migrator::OPTION, $done, true);
        }
    }

    public function test_site_health_says_that_nobody_does_the_work(): void
    {
        $health = new Health(Plugin::instance()->module(SharedModule::class)->migrator());
        $work = static fn (int $now): string => $health->work($now, new Backlog(0, null, 0, ''), $now)->status;
        // However long the tests before it took.
        Worker::unschedule();
        Worker::schedule();
        self::assertSame('good', $work(time()));
        self::assertSame('critical', $work(time() + HOUR_IN_SECONDS));

        Worker::unschedule();
        self::assertSame('critical', $work(time()));

        // Somebody's own cron does it.
        LastRun::note(time());
        self::assertSame('good', $work(time()));
        Worker::schedule();
    }

    public function test_the_words_of_the_database_are_without_statement_and_trace(): void
    {
        $database = Plugin::instance()->database();
        try {
            $database->rows("SELECT secret FROM {$database->table('nowhere')}");
            self::fail('It is there.');
        } catch (MissingTable $error) {
            self::assertStringContainsString('nowhere', $error->getMessage());
            self::assertDoesNotMatchRegularExpression('/SELECT|<|#0/', $error->getMessage());
        }
    }

    private function finding(string $name): Finding
    {
        return Plugin::instance()->module(UpkeepModule::class)->health()[$name]();
    }

    private function drop(string $table): void
    {
        $database = Plugin::instance()->database();
        $database->execute("DROP TABLE {$database->table($table)}");
    }

    private function rows_of(string $table): int
    {
        $database = Plugin::instance()->database();

        return (int) $database->value("SELECT COUNT(*) FROM {$database->table($table)}");
    }
}
