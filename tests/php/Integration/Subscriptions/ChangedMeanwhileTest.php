<?php

declare(strict_types=1);

namespace Counterfoil\Tests\Integration\Subscriptions;

use Closure;
use Counterfoil\Plugin;
use Counterfoil\Shared\Actor;
use Counterfoil\Shared\Change\Change;
use Counterfoil\Shared\Database\Database;
use Counterfoil\Shared\Viewer;
use Counterfoil\Subscriptions\Subscription;
use Counterfoil\Tests\Support\CommittingTestCase;
use Counterfoil\Tests\Support\TestSite;
use PHPUnit\Framework\Attributes\DataProvider;
use WP_REST_Response;
use wpdb;

/** Somebody else changes a subscription between a transaction's first look and its lock. SQLite lets nobody write meanwhile. */
final class ChangedMeanwhileTest extends CommittingTestCase
{
    use MakesSubscriptions;

    private Subscription $subscription;

    protected function setUp(): void
    {
        parent::setUp();
        $this->at('2027-01-31 10:00');
        $this->subscription = $this->subscribe($this->client());
    }

    protected function tearDown(): void
    {
        TestSite::disconnect();
        TestSite::connect();
        parent::tearDown();
    }

    /** @return iterable<string, array{string}> what MariaDB does about it: before 11.6 nothing unless it is told to, since then it refuses the lock */
    public static function ways(): iterable
    {
        yield 'it locks what is there now' => ['OFF'];
        yield 'it refuses the lock' => ['ON'];
    }

    #[DataProvider('ways')]
    public function test_a_change_that_had_looked_before_begins_anew(string $is_refused): void
    {
        $database = Plugin::instance()->database();
        if (TestSite::engine() === 'mysql') {
            $database->execute("SET SESSION innodb_snapshot_isolation = {$is_refused}");
        }
        $tries = 0;
        Plugin::instance()->changes()->run(Actor::system(), function (Change $change) use (&$tries, $database): void {
            $database->rows("SELECT id FROM {$database->table('clients')}");
            if (++$tries === 1 && TestSite::engine() === 'mysql') {
                $this->price_is_planned();
            }
            $locked = $this->subscriptions()->subscriptions()->lock($this->subscription->id, Viewer::system());
            $this->subscriptions()->subscriptions()->save($this->subscriptions()->pause()->in($change, $locked, null));
        });

        $now = $this->subscription($this->subscription->id);
        self::assertSame(TestSite::engine() === 'mysql' ? [2, 20000] : [1, null], [$tries, $now->planned?->items[0]->unit_price]);
        self::assertSame('paused', $now->status->value);
        self::assertSame(1, $this->rows_in('events', "type = 'subscription.paused'"));
    }

    public function test_prices_that_are_raised_while_another_change_is_planned_are_not(): void
    {
        $this->meanwhile('/^INSERT .*counterfoil_price_rise/s', $this->price_is_planned(...));
        $answer = $this->prices_are_raised();

        self::assert_status(TestSite::engine() === 'mysql' ? 400 : 201, $answer);
        self::assertSame(TestSite::engine() === 'mysql' ? 20000 : 10500, $this->subscription($this->subscription->id)->planned?->items[0]->unit_price);
    }

    public function test_a_rise_that_somebody_else_withdraws_is_withdrawn_once(): void
    {
        $id = $this->prices_are_raised()->get_data()['id'];
        $this->meanwhile('/counterfoil_subscriptions\b.* FOR UPDATE/s', fn () => $this->other()->execute("UPDATE {$this->table('subscriptions')} SET planned_on = NULL, planned_set = NULL, planned_unit = NULL, planned_count = NULL, price_rise_id = NULL, version = version + 1"));
        $answer = $this->rest('POST', "/counterfoil/v1/price-rises/{$id}/withdraw", null, $this->administrator());

        self::assert_status(TestSite::engine() === 'mysql' ? 409 : 200, $answer);
        self::assertSame([null, TestSite::engine() === 'mysql' ? 0 : 1], [$this->subscription($this->subscription->id)->planned, $this->rows_in('events', "type = 'subscription.change_withdrawn'")]);
    }

    private function prices_are_raised(): WP_REST_Response
    {
        $body = ['subscriptions' => [$this->subscription->id], 'plan_id' => null, 'value' => ['type' => 'percent', 'percent' => '5'], 'from' => '2027-02-28', 'notice_days' => 0, 'message' => ''];

        return $this->rest('POST', '/counterfoil/v1/price-rises', $body, $this->administrator());
    }

    /** @param Closure(): mixed $other is done by another connection before the first such statement */
    private function meanwhile(string $statement, Closure $other): void
    {
        $is_done = false;
        add_filter('query', static function (string $sql) use (&$is_done, $statement, $other): string {
            if (! $is_done && TestSite::engine() === 'mysql' && preg_match($statement, $sql) === 1) {
                $is_done = true;
                $other();
            }

            return $sql;
        });
    }

    private function price_is_planned(): void
    {
        $other = $this->other();
        $other->execute("INSERT INTO {$this->table('subscription_items')} (subscription_id, item_set, position, description, quantity, unit_price) VALUES (?, 2, 0, 'Care plan', '1', 20000)", [$this->subscription->id]);
        $other->execute("UPDATE {$this->table('subscriptions')} SET planned_on = '2027-02-28', planned_set = 2, planned_unit = 'month', planned_count = 1, version = version + 1 WHERE id = ?", [$this->subscription->id]);
    }

    private function other(): Database
    {
        $wpdb = new wpdb(...array_map(static fn (string $name): string => (string) constant($name), ['DB_USER', 'DB_PASSWORD', 'DB_NAME', 'DB_HOST']));
        $wpdb->set_prefix($GLOBALS['wpdb']->prefix);

        return new Database($wpdb, static fn (): bool => false);
    }

    private function table(string $name): string
    {
        return Plugin::instance()->database()->table($name);
    }
}
