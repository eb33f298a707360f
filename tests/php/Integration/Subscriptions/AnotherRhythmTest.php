<?php

declare(strict_types=1);

namespace Counterfoil\Tests\Integration\Subscriptions;

use Counterfoil\Clients\Client;
use Counterfoil\Shared\Viewer;
use Counterfoil\Subscriptions\Changes\ChangesModule;
use Counterfoil\Subscriptions\Forecast\ForecastBill;
use Counterfoil\Subscriptions\Forecast\ForecastModule;
use Counterfoil\Subscriptions\Forecast\Span;
use Counterfoil\Subscriptions\Subscription;
use Counterfoil\Tests\Support\IntegrationTestCase;

/** A subscription comes more often or more seldom while the days until its billing day are still to be billed: no day twice, none that it was paused. */
final class AnotherRhythmTest extends IntegrationTestCase
{
    use MakesSubscriptions;

    private Client $client;

    protected function setUp(): void
    {
        parent::setUp();
        $this->at('2027-01-10 10:00');
        $this->client = $this->client();
    }

    public function test_planned_before_it_is_brought_to_a_billing_day(): void
    {
        $subscription = $this->subscribe($this->client);
        $this->work();
        $this->every_quarter($subscription, 'next');
        $this->bring_to(1);
        $this->until(['2027-02-10', '2027-03-01', '2027-06-01']);

        self::assertSame(['2027-01-10 – 2027-02-09: 10000', '2027-02-10 – 2027-02-28: 6333', '2027-03-01 – 2027-05-31: 30000', '2027-06-01 – 2027-08-31: 30000'], $this->billed($this->client));
    }

    public function test_planned_after_it_is_brought_to_a_billing_day(): void
    {
        $subscription = $this->subscribe($this->client);
        $this->work();
        $this->bring_to(1);
        $this->every_quarter($subscription, 'next');
        $this->until(['2027-02-10', '2027-03-01']);

        self::assertSame(['2027-01-10 – 2027-02-09: 10000', '2027-02-10 – 2027-02-28: 6333', '2027-03-01 – 2027-05-31: 30000'], $this->billed($this->client));
    }

    public function test_planned_before_a_pause_that_ends_within_a_period(): void
    {
        $subscription = $this->subscribe($this->client);
        $this->work();
        $this->every_quarter($subscription, 'next');
        $this->subscriptions()->pause()->handle($subscription->id, '2027-03-20', Viewer::system());
        $this->until(['2027-02-10', '2027-03-20', '2027-04-10']);

        self::assertSame(['2027-01-10 – 2027-02-09: 10000', '2027-03-20 – 2027-04-09: 7000', '2027-04-10 – 2027-07-09: 30000'], $this->billed($this->client));
    }

    public function test_at_once_before_the_days_until_its_billing_day_are_billed(): void
    {
        $this->bring_to(1);
        $subscription = $this->subscribe($this->client, ['starts_on' => '2027-01-20']);
        $this->every_quarter($subscription, 'now');
        $this->until(['2027-01-20', '2027-02-01']);

        self::assertSame(['2027-01-20 – 2027-01-31: 3913', '2027-02-01 – 2027-04-30: 30000'], $this->billed($this->client));
    }

    public function test_weeks_become_months_of_a_client_with_a_billing_day(): void
    {
        $this->bring_to(1);
        $subscription = $this->subscribe($this->client, ['interval' => ['unit' => 'week', 'count' => 1]]);
        $this->work();
        $this->every_quarter($subscription, 'next');
        $foretold = array_map(static fn (ForecastBill $bill): string => "{$bill->lines[0]->supply_from} – {$bill->lines[0]->supply_to}: {$bill->totals->amounts[0]}", iterator_to_array($this->plugin()->module(ForecastModule::class)->read()->of_client($this->client->id, Viewer::system(), Span::until('2027-01-10', '2027-02-28')), false));
        $this->until(['2027-01-17', '2027-02-01']);

        self::assertSame(['2027-01-10 – 2027-01-16: 10000', '2027-01-17 – 2027-01-31: 4891', '2027-02-01 – 2027-04-30: 30000'], $this->billed($this->client));
        self::assertSame(array_slice($this->billed($this->client), 1), $foretold);
    }

    private function every_quarter(Subscription $subscription, string $when): void
    {
        self::assert_status(200, $this->rest('POST', "/counterfoil/v1/subscriptions/{$subscription->id}/change", [
            'when' => $when,
            'version' => $this->subscription($subscription->id)->version,
            'interval' => ['unit' => 'month', 'count' => 3],
            'items' => [array_diff_key($this->item(['unit_price' => 30000]), ['setup_fee' => 0])],
        ], $this->administrator()));
    }

    private function bring_to(int $day): void
    {
        $this->plugin()->module(ChangesModule::class)->set_billing_day()->handle($this->client->id, $day, Viewer::system());
    }

    /** @param non-empty-list<string> $days */
    private function until(array $days): void
    {
        foreach ($days as $day) {
            $this->at("{$day} 10:00");
            $this->work();
        }
    }
}
