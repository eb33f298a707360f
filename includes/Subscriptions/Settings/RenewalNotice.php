<?php

declare(strict_types=1);

namespace Counterfoil\Subscriptions\Settings;

use Counterfoil\Products\Interval;

/** Of which subscriptions clients are told that they renew soon. */
enum RenewalNotice: string
{
    case None = 'none';
    /** Those that come once a year or more seldom: nobody remembers them */
    case Yearly = 'yearly';
    case All = 'all';

    /** How many of a unit make a year. */
    private const OF_A_YEAR = ['year' => 1, 'month' => 12, 'week' => 52, 'day' => 365];

    public function is_for(Interval $interval): bool
    {
        return match ($this) {
            self::None => false,
            self::Yearly => $interval->count >= self::OF_A_YEAR[$interval->unit],
            self::All => true,
        };
    }
}
