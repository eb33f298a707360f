<?php

declare(strict_types=1);

namespace Counterfoil\Subscriptions\Forecast;

use Counterfoil\Shared\Calendar;
use Counterfoil\Shared\DomainError;
use Counterfoil\Subscriptions\Renewals\Bills;
use Counterfoil\Subscriptions\Renewals\Due;
use Counterfoil\Subscriptions\Subscription;

/**
 * What will be billed of a client's subscriptions if nothing changes: goes from each day on which something happens to the
 * next one, and asks what the worker asks on that day (Due, Bills, PeriodLines). Changes nothing and reads nothing.
 */
final readonly class LookAhead
{
    /**
     * @param int $lead_days before a period on which it is billed
     * @param int|null $billing_day the client's, 1 to 31
     */
    public function __construct(private int $lead_days, private ?int $billing_day)
    {
    }

    /**
     * @param array<int, Subscription> $subscriptions of one client, lowest id first, each item with its tax
     * @param string $today the first day that is looked at, "2026-03-31"
     * @param string $until the last one
     * @return iterable<ForecastBill> in order
     */
    public function handle(array $subscriptions, Bills $bills, string $today, string $until): iterable
    {
        $day = $today;
        while (($day = $this->next_day($subscriptions, $day)) !== null && $day <= $until) {
            $claims = [];
            foreach ($subscriptions as $i => $subscription) {
                if ($this->acts_on($subscription, $day) !== $day) {
                    continue;
                }
                $due = Due::of($subscription, $day, $this->lead_days, $this->billing_day);
                if ($due->is_nothing()) {
                    unset($subscriptions[$i]);
                    continue;
                }
                // What it brings in a month is of no interest here, only that it is written down once it counts.
                $subscriptions[$i] = $due->after->with(['mrr' => $due->after->counts_on($day) ? 0 : null]);
                $claims = [...$claims, ...$due->claims];
            }
            foreach ($bills->of($claims) as $of) {
                try {
                    $bill = ForecastBill::of($day, $of);
                } catch (DomainError) {
                    // Nor could it be billed: the agency is told when its day has come.
                    continue;
                }
                if ($bill !== null) {
                    yield $bill;
                }
            }
        }
    }

    /** @param array<int, Subscription> $subscriptions */
    private function next_day(array $subscriptions, string $day): ?string
    {
        $days = array_filter(array_map(fn (Subscription $subscription): ?string => $this->acts_on($subscription, $day), $subscriptions));

        return $days === [] ? null : min($days);
    }

    /** The first day from one on, on which something happens to it. */
    private function acts_on(Subscription $subscription, string $day): ?string
    {
        $next_on = $subscription->next_on();
        $days = array_filter([$next_on === null ? null : Calendar::add_days($next_on, -$this->lead_days), $subscription->act_on()]);

        return $days === [] ? null : max($day, min($days));
    }
}
