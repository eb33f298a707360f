<?php

declare(strict_types=1);

namespace Counterfoil\Tests\Integration\Subscriptions;

use Counterfoil\Clients\Client;
use Counterfoil\Ledger\LedgerModule;
use Counterfoil\Shared\Actor;
use Counterfoil\Shared\Change\Change;
use Counterfoil\Shared\Viewer;
use Counterfoil\Subscriptions\Mrr\MrrModule;
use Counterfoil\Subscriptions\Subscription;
use Counterfoil\Subscriptions\SubscriptionItem;
use Counterfoil\Tests\Support\FitsContract;
use Counterfoil\Tests\Support\IntegrationTestCase;
use PHPUnit\Framework\Attributes\DataProvider;

/** Monthly recurring revenue: what counts, how it moves, and that what is kept of it is found to be wrong when it is. */
final class MrrTest extends IntegrationTestCase
{
    use FitsContract;
    use MakesSubscriptions;

    private Client $client;

    protected function setUp(): void
    {
        parent::setUp();
        $this->at('2027-01-31 10:00');
        $this->client = $this->client();
    }

    public function test_it_is_net_of_tax_discounts_and_set_up_fees_and_rounded_once(): void
    {
        $this->subscribe($this->client, ['interval' => ['unit' => 'year', 'count' => 1], 'items' => [$this->item(['unit_price' => 1003, 'setup_fee' => 5000]), $this->item(['unit_price' => 1003])]]);
        $this->subscribe($this->client, ['items' => [$this->item(['quantity' => '2', 'discount' => ['type' => 'percent', 'percent' => '25']])]]);
        $this->subscribe($this->client, ['currency' => 'USD', 'tax_mode' => 'inclusive', 'items' => [$this->item(['unit_price' => 12300])]]);

        self::assertSame(['EUR' => [167 + 15000, 2], 'USD' => [10000, 1]], $this->now());
    }

    public function test_trials_and_those_to_come_count_from_their_first_paid_day(): void
    {
        $trial = $this->subscribe($this->client, ['trial_days' => 14]);
        $later = $this->subscribe($this->client, ['starts_on' => '2027-02-10', 'items' => [$this->item(['unit_price' => 500])]]);
        $free = $this->subscribe($this->client, ['items' => [$this->item(['unit_price' => 0])]]);
        $this->work();
        self::assertSame(['EUR' => [0, 1]], $this->now());

        $this->at('2027-02-10 00:20');
        $this->work();
        self::assertSame(['EUR' => [500, 2]], $this->now());
        $this->at('2027-02-16 09:00');
        $this->work();

        self::assertSame(['EUR' => [10500, 3]], $this->now());
        self::assertSame(["2027-01-31 new 0 of {$free->id}", "2027-02-10 new 500 of {$later->id}", "2027-02-14 new 10000 of {$trial->id}"], $this->movements());
        self::assertSame(2, $this->rows_in('events', "type = 'subscription.began'"));
    }

    public function test_billed_ahead_it_counts_when_its_days_begin(): void
    {
        self::assertSame(200, $this->rest('PUT', '/counterfoil/v1/settings/subscriptions', ['lead_days' => 7, 'catch_up' => 'each', 'retry_days' => [1], 'last_step' => 'keep', 'grace_days' => 14], $this->administrator())->get_status());
        $this->subscribe($this->client, ['starts_on' => '2027-02-05']);
        $this->work();
        self::assertCount(1, $this->bills($this->client));
        self::assertSame([], $this->now());

        $this->at('2027-02-05 00:20');
        $this->work();
        self::assertSame(['EUR' => [10000, 1]], $this->now());
    }

    public function test_it_moves_with_pauses_prices_and_ends(): void
    {
        $subscription = $this->subscribe($this->client);
        $this->work();
        $this->at('2027-02-03 10:00');
        $this->reprice($subscription, 12500);
        $this->reprice($subscription, 11000);
        $this->at('2027-02-05 10:00');
        $this->subscriptions()->pause()->handle($subscription->id, null, Viewer::system());
        self::assertSame([], $this->now());
        $this->at('2027-03-10 10:00');
        $this->subscriptions()->resume()->handle($subscription->id, Viewer::system());
        $this->work();
        $this->subscriptions()->cancel()->at_period_end($subscription->id, Viewer::system());
        self::assertSame(['EUR' => [11000, 1]], $this->now());
        $this->at('2027-05-02 10:00');
        $this->work();

        $id = $subscription->id;
        self::assertSame([
            "2027-01-31 new 10000 of {$id}",
            "2027-02-03 expansion 2500 of {$id}",
            "2027-02-03 contraction -1500 of {$id}",
            "2027-02-05 churn -11000 of {$id}",
            "2027-03-10 reactivation 11000 of {$id}",
            "{$this->subscription($id)->ended_on} churn -11000 of {$id}",
        ], $this->movements());
        self::assertSame([], $this->now());
    }

    public function test_an_unpaid_bill_changes_nothing(): void
    {
        $this->subscribe($this->client);
        $this->work();
        $this->at('2027-02-27 10:00');
        $this->work();

        self::assertSame(['EUR' => [10000, 1]], $this->now());
    }

    public function test_months_are_told_with_how_they_moved(): void
    {
        $this->subscribe($this->client, ['starts_on' => '2026-12-15']);
        $this->subscribe($this->client, ['items' => [$this->item(['unit_price' => 700])]]);
        $other = $this->client('Other Ltd');
        $paused = $this->subscribe($other, ['items' => [$this->item(['unit_price' => 300])]]);
        $this->work();
        $this->at('2027-02-03 10:00');
        $this->subscriptions()->pause()->handle($paused->id, null, Viewer::system());

        $months = self::fits('mrr.get', $this->rest('GET', '/counterfoil/v1/mrr', user: $this->administrator()))['currencies'][0]['months'];
        self::assertSame(['2026-03', '2026-12', '2027-01', '2027-02'], array_map(static fn (int $i): string => $months[$i]['month'], [0, 9, 10, 11]));
        self::assertSame([0, 10000, 11000, 10700], array_map(static fn (int $i): int => $months[$i]['mrr']['amount'], [0, 9, 10, 11]));
        self::assertSame([0, 1, 3, 2], array_column([$months[0], $months[9], $months[10], $months[11]], 'subscriptions'));
        self::assertSame([1000, -300], [$months[10]['moved']['new']['amount'], $months[11]['moved']['churn']['amount']]);

        $query = $this->plugin()->module(MrrModule::class)->query();
        $some = Viewer::staff(Actor::system(), [], [$other->id]);
        self::assertSame([[], 300, 0], [$query->now($some), $query->months(['2027-01', '2027-02'], $some)['EUR'][0]->amount, $query->months(['2027-01', '2027-02'], $some)['EUR'][1]->amount]);
        $movements = self::fits('mrr.movements', $this->rest('GET', '/counterfoil/v1/mrr/movements?month=2027-02', user: $this->administrator()))['items'];
        self::assertSame([['churn', -300, 'Other Ltd', 'Care plan']], array_map(static fn (array $one): array => [$one['kind'], $one['amount']['amount'], $one['client']['name'], $one['subscription']['name']], $movements));
    }

    /** Each figure opens the list of just what it counts. */
    public function test_the_overview_and_the_client_tell_it_and_open_what_it_counts(): void
    {
        $staff = $this->administrator();
        $overview = fn (): array => self::fits('overview.get', $this->rest('GET', '/counterfoil/v1/overview', user: $staff));
        self::assertNotContains('mrr', array_column($overview()['figures'], 'id'));
        $counts = $this->subscribe($this->client);
        $this->subscribe($this->client, ['trial_days' => 14]);
        $paused = $this->subscribe($this->client, ['items' => [$this->item(['unit_price' => 300])]]);
        $this->subscriptions()->pause()->handle($paused->id, null, Viewer::system());

        $figures = array_column($overview()['figures'], null, 'id');
        self::assertSame([[['amount' => 10000, 'currency' => 'EUR']], 1], [$figures['mrr']['sums'], $figures['active_subscriptions']['count']]);
        self::assertEquals(['screen' => '/subscriptions', 'query' => ['tab' => 'active']], $figures['mrr']['opens']);
        self::assertSame([$counts->id], array_column(self::fits('subscriptions.list', $this->rest('GET', '/counterfoil/v1/subscriptions?tab=active', user: $staff))['items'], 'id'));
        $chart = array_column($overview()['charts'], null, 'id')['mrr_movements'];
        self::assertSame(['January 2027', [['amount' => 10300, 'currency' => 'EUR']], [['amount' => -300, 'currency' => 'EUR']]], [$chart['rows'][11]['label'], $chart['rows'][11]['values'][0], $chart['rows'][11]['values'][3]]);
        self::assertCount(3, self::fits('mrr.movements', $this->rest('GET', '/counterfoil/v1/mrr/movements?month=2027-01', user: $staff))['items']);

        $recurring = [['mrr' => ['amount' => 10000, 'currency' => 'EUR'], 'subscriptions' => 1]];
        self::assertSame($recurring, self::fits('clients.get', $this->rest('GET', "/counterfoil/v1/clients/{$this->client->id}", user: $staff))['recurring']);
        self::assertSame($recurring, self::fits('clients.list', $this->rest('GET', '/counterfoil/v1/clients', user: $staff))['items'][0]['recurring']);
    }

    /** @return iterable<string, array{string, string}> what somebody does to the database, and what is said of it */
    public static function harm(): iterable
    {
        yield 'a subscription' => ['UPDATE {subscriptions} SET mrr = 9999', 'recurring revenue is 9999, should be 10000'];
        yield 'one that counts no more' => ['UPDATE {subscriptions} SET mrr = NULL', 'times it counts is 1, should be 0'];
        yield 'a movement' => ['UPDATE {mrr_movements} SET amount = 1', 'sum of its movements is 1, should be 10000'];
        yield 'a movement gone' => ['DELETE FROM {mrr_movements}', 'sum of its movements is 0, should be 10000'];
        yield 'a client' => ['UPDATE {mrr_clients} SET amount = 3', 'EUR: amount is 3, should be 10000'];
        yield 'a client gone' => ['DELETE FROM {mrr_clients}', 'EUR: subscriptions is 0, should be 1'];
        yield 'a month' => ['UPDATE {mrr_months} SET subscriptions = 7', 'EUR 2027-01 new: subscriptions is 7, should be 1'];
        yield 'a price' => ['UPDATE {subscription_items} SET unit_price = 20000', 'recurring revenue is 10000, should be 20000'];
    }

    #[DataProvider('harm')]
    public function test_what_is_kept_wrongly_is_named(string $sql, string $said): void
    {
        $this->subscribe($this->client);
        self::assertSame([], $this->differences());
        $this->leave_books_unequal();
        $database = $this->plugin()->database();
        $database->execute((string) preg_replace_callback('/\{([a-z_]+)\}/', static fn (array $found): string => $database->table($found[1]), $sql));

        self::assertStringContainsString($said, implode("\n", $this->differences()));
    }

    /** Each item at another price, from now on. */
    private function reprice(Subscription $subscription, int $unit_price): void
    {
        $this->plugin()->changes()->run(Actor::system(), function (Change $change) use ($subscription, $unit_price): void {
            $now = $this->subscription($subscription->id);
            $change->event('subscription.kept', [['subscription', $now->id]], $now->client_id);
            $items = [new SubscriptionItem(null, 'Care plan', '1', $unit_price)];
            self::assertTrue($this->subscriptions()->subscriptions()->save($now->with(['items' => $items, 'item_set' => $this->subscriptions()->subscriptions()->add_items($now->id, $items)])));
        });
    }

    /** @return array<string, array{int, int}> minor units and how many subscriptions, by currency */
    private function now(): array
    {
        return array_map(array_values(...), $this->plugin()->module(MrrModule::class)->query()->now(Viewer::system()));
    }

    /** @return list<string> "2027-01-31 new 10000 of 3" */
    private function movements(): array
    {
        return array_map(
            static fn (array $row): string => "{$row['day']} {$row['kind']} {$row['amount']} of {$row['subscription_id']}",
            $this->plugin()->database()->rows("SELECT * FROM {$this->plugin()->database()->table('mrr_movements')} ORDER BY day, id")
        );
    }

    /** @return list<string> */
    private function differences(): array
    {
        return array_map(strval(...), iterator_to_array($this->plugin()->module(LedgerModule::class)->verify()->handle(), false));
    }
}
