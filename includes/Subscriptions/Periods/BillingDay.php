<?php

declare(strict_types=1);

namespace Counterfoil\Subscriptions\Periods;

use Counterfoil\Shared\Calendar;
use Counterfoil\Subscriptions\Subscription;

/** Brings subscriptions to one day of the month: the days until it are billed as a part of a period, and whole ones follow. */
final readonly class BillingDay
{
    /** Only periods of months and years begin on a day of the month. */
    public static function fits(Subscription $subscription): bool
    {
        return in_array($subscription->interval->unit, ['month', 'year'], true);
    }

    /** @param int $day 1 to 31; in shorter months the last day stands for it */
    public static function align(Subscription $subscription, int $day): Subscription
    {
        $from = $subscription->part_from ?? $subscription->schedule()->first_day($subscription->next_index);
        $first = self::first_on_or_after($from, $day);

        return $subscription->with([
            'anchor' => $first,
            'anchor_day' => $day,
            'next_index' => 0,
            'part_from' => $first === $from ? null : $from,
            'cycles' => $subscription->cycles === null ? null : $subscription->cycles - $subscription->next_index,
        ]);
    }

    private static function first_on_or_after(string $from, int $day): string
    {
        $in_this_month = Calendar::add_months($from, 0, $day);

        return $in_this_month >= $from ? $in_this_month : Calendar::add_months($from, 1, $day);
    }
}
