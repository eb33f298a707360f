<?php

declare(strict_types=1);

namespace Counterfoil\Subscriptions\Renewals;

use Counterfoil\Products\Interval;
use Counterfoil\Subscriptions\Periods\Period;
use Counterfoil\Subscriptions\Periods\PeriodKind;
use Counterfoil\Subscriptions\Subscription;

/** A period that is a row: it is billed once, whoever comes for it, by the items that counted then. */
final readonly class ClaimedPeriod
{
    public function __construct(
        public int $subscription_id,
        public Period $period,
        /** Of its subscription: set-up fees are on its bill */
        public bool $is_first,
        public int $item_set,
        public Interval $interval,
        /** Its subscription's coupon counts for it */
        public bool $with_coupon = false,
    ) {
    }

    public static function of(Subscription $subscription, Period $period, bool $is_first): self
    {
        return new self($subscription->id, $period, $is_first, $subscription->item_set, $subscription->interval, $period->kind !== PeriodKind::Trial && $subscription->coupon?->counts() === true);
    }

    /** Days that are billed anew: the coupon counts for them where it did. */
    public static function replacing(Subscription $subscription, Period $period, self $replaced): self
    {
        return new self($subscription->id, $period, false, $subscription->item_set, $subscription->interval, $replaced->with_coupon);
    }
}
