<?php

declare(strict_types=1);

namespace Counterfoil\Subscriptions\Periods;

use Counterfoil\Shared\Calendar;
use Counterfoil\Subscriptions\Subscription;
use Counterfoil\Subscriptions\SubscriptionStatus;

/**
 * A paused subscription that goes on. The days of its pause are not billed; its billing day stays what it was, so
 * the days until the next one are a part of a period, unless they were billed before the pause.
 */
final readonly class Resumption
{
    /** @param string $day on which it goes on, "2026-03-31" */
    public static function of(Subscription $paused, string $day): Subscription
    {
        $resumed = $paused->with(['status' => SubscriptionStatus::Active, 'resume_on' => null]);
        $from = $paused->billed_until === null ? $day : max($day, Calendar::add_days($paused->billed_until, 1));
        if ($from < $paused->anchor) {
            return $paused->part_from === null ? $resumed : $resumed->with(['part_from' => max($paused->part_from, $from)]);
        }
        $schedule = $paused->schedule();
        $index = $schedule->index_at($from);
        $is_first_day = $schedule->first_day($index) === $from;
        $next = $is_first_day ? $index : $index + 1;

        return $resumed->with([
            'next_index' => $next,
            'part_from' => $is_first_day ? null : $from,
            // What the pause left out is made up for at the end: as many periods are billed as were agreed.
            'cycles' => $paused->cycles === null ? null : $paused->cycles + $next - $paused->next_index,
        ]);
    }
}
