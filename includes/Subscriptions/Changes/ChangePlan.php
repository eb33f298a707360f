<?php

declare(strict_types=1);

namespace Counterfoil\Subscriptions\Changes;

use Counterfoil\Shared\Calendar;
use Counterfoil\Subscriptions\Periods\BillingDay;
use Counterfoil\Subscriptions\Periods\Period;
use Counterfoil\Subscriptions\Periods\PeriodKind;
use Counterfoil\Subscriptions\PlannedChange;
use Counterfoil\Subscriptions\Renewals\ClaimedPeriod;
use Counterfoil\Subscriptions\Subscription;

/**
 * What a change at once comes to: which days that were billed are not wanted as they were, and what is billed in their stead. In the
 * same rhythm the same days are billed anew, by the new items; in another one its periods are counted from the first of those days.
 */
final readonly class ChangePlan
{
    /**
     * @param list<Unused> $unused
     * @param list<array{Subscription, ClaimedPeriod}> $instead each with the subscription as it is then
     */
    private function __construct(public Subscription $after, public array $unused, public array $instead)
    {
    }

    /**
     * @param list<Unused> $unused days from today on that were billed
     * @param int|null $billing_day the client's, 1 to 31
     */
    public static function of(Subscription $subscription, PlannedChange $change, array $unused, ?int $billing_day): self
    {
        if ($unused === []) {
            return new self($change->applied_to($subscription, $subscription->part_from ?? $subscription->schedule()->first_day($subscription->next_index), $billing_day), [], []);
        }
        if ($change->interval->to_wire() !== $subscription->interval->to_wire()) {
            return self::in_another_rhythm($subscription, $change, $unused, $billing_day);
        }
        $after = $change->applied_to($subscription, $unused[0]->from);

        return new self($after, $unused, array_map(static function (Unused $one) use ($after): array {
            $period = $one->of->claimed->period;
            $instead = new Period($one->is_all() ? $period->kind : PeriodKind::Part, $one->from, $period->to, $period->days_of_interval, $period->index);

            return [$after, ClaimedPeriod::replacing($after, $instead, $one->of->claimed)];
        }, $unused));
    }

    /** The first day for which it is paid; the last resort where nothing is billed any more. */
    public function from(string $today): string
    {
        return max($this->unused[0]->from ?? $this->after->next()->from ?? $today, $this->after->paid_from());
    }

    /** @param non-empty-list<Unused> $unused */
    private static function in_another_rhythm(Subscription $subscription, PlannedChange $change, array $unused, ?int $billing_day): self
    {
        $from = $unused[0]->from;
        $changed = $change->applied_to($subscription, $from)->with(['anchor' => $from, 'anchor_day' => 0, 'part_from' => null, 'billed_until' => Calendar::add_days($from, -1)]);
        if ($billing_day !== null && BillingDay::fits($changed)) {
            $changed = BillingDay::align($changed, $billing_day);
        }
        // The coupon that counted for what is credited counts for what comes in its stead.
        $replaced = count(array_filter($unused, static fn (Unused $one): bool => $one->of->claimed->with_coupon));
        $changed = $changed->with(['coupon' => $changed->coupon?->used(-min(1, $replaced))]);
        $period = $changed->next();

        return $period === null ? new self($changed, $unused, []) : new self($changed->after($period), $unused, [[$changed, ClaimedPeriod::of($changed, $period, false)]]);
    }
}
