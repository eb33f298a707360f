<?php

declare(strict_types=1);

namespace Counterfoil\Tests\Unit\Subscriptions;

use Counterfoil\Invoices\TaxMode;
use Counterfoil\Products\Interval;
use Counterfoil\Shared\Money\Currency;
use Counterfoil\Subscriptions\Renewals\ClaimedPeriod;
use Counterfoil\Subscriptions\Renewals\Due;
use Counterfoil\Subscriptions\Subscription;
use Counterfoil\Subscriptions\SubscriptionItem;
use Counterfoil\Subscriptions\SubscriptionStatus;
use DateTimeImmutable;
use PHPUnit\Framework\TestCase;

/** What happens to a subscription on a day by itself. */
final class DueTest extends TestCase
{
    public function test_before_its_day_nothing_happens(): void
    {
        $due = Due::of($this->monthly(), '2027-02-27', 0);

        self::assertTrue($due->is_nothing());
        self::assertSame('2027-02-28', $due->after->next_on());
    }

    public function test_it_begins_to_count_on_its_first_paid_day_though_nothing_is_billed_then(): void
    {
        $ahead = $this->monthly(['mrr' => null]);
        self::assertSame('2027-01-31', $ahead->act_on());
        $due = Due::of($ahead, '2027-02-01', 0);

        self::assertSame(['2027-01-31', []], [$due->began_on, $due->periods]);
    }

    public function test_periods_are_billed_in_order_and_some_days_ahead(): void
    {
        $due = Due::of($this->monthly(), '2027-03-24', 7);

        self::assertSame(['2027-02-28', '2027-03-31'], array_map(static fn (ClaimedPeriod $claimed): string => $claimed->period->from, $due->periods));
        self::assertSame('2027-04-30', $due->after->next_on());
    }

    public function test_more_than_two_that_began_wait_and_are_not_looked_for_any_more(): void
    {
        $due = Due::of($this->monthly(['ends_on' => '2027-05-10']), '2027-05-20', 0);

        self::assertSame([3, []], [$due->behind, $due->periods]);
        self::assertSame([true, null, null], [$due->after->is_held, $due->after->next_on(), $due->after->act_on()]);
        self::assertNull(Due::of($due->after, '2027-06-01', 0)->ended_on, 'the agency says first what of it is billed');
    }

    public function test_it_goes_on_after_its_pause_and_is_billed_from_that_day(): void
    {
        $due = Due::of($this->monthly(['status' => SubscriptionStatus::Paused, 'resume_on' => '2027-03-10', 'cycles' => 6]), '2027-03-12', 0);

        self::assertSame(['2027-03-10', '2027-03-10', '2027-03-30'], [$due->resumed_on, $due->periods[0]->period->from, $due->periods[0]->period->to]);
        self::assertSame(SubscriptionStatus::Active, $due->after->status);
    }

    public function test_paused_it_ends_on_the_day_that_was_fixed_and_does_not_go_on_after_it(): void
    {
        $paused = $this->monthly(['status' => SubscriptionStatus::Paused, 'resume_on' => '2027-04-10', 'ends_on' => '2027-03-20']);
        self::assertSame('2027-03-20', $paused->act_on());
        $due = Due::of($paused, '2027-04-12', 0);

        self::assertSame(['2027-03-20', null, []], [$due->ended_on, $due->resumed_on, $due->periods]);
        self::assertSame([SubscriptionStatus::Ended, null], [$due->after->status, $due->after->act_on()]);
    }

    public function test_paused_its_cycles_do_not_run_out(): void
    {
        $paused = $this->monthly(['status' => SubscriptionStatus::Paused, 'cycles' => 2]);

        self::assertNull($paused->act_on());
        self::assertTrue(Due::of($paused, '2028-01-01', 0)->is_nothing());
    }

    public function test_it_ends_once_its_last_period_is_over(): void
    {
        $last = Due::of($this->monthly(['cycles' => 2]), '2027-02-28', 0)->after;
        self::assertSame([null, '2027-03-31'], [$last->next_on(), $last->act_on()]);

        self::assertNull(Due::of($last, '2027-03-30', 0)->ended_on);
        self::assertSame('2027-03-31', Due::of($last, '2027-04-02', 0)->ended_on);
    }

    /**
     * From 31 January, its first month billed; it counts since then.
     *
     * @param array<string, mixed> $changes
     */
    private function monthly(array $changes = []): Subscription
    {
        $subscription = new Subscription(1, 1, null, Currency::of('EUR'), TaxMode::Exclusive, new Interval('month', 1), [new SubscriptionItem(null, 'Care plan', '1', 10000)], '2027-01-31', '2027-01-31', new DateTimeImmutable('2027-01-31'));

        return $subscription->after($subscription->schedule()->full(0))->with($changes + ['mrr' => 10000]);
    }
}
