<?php

declare(strict_types=1);

namespace Counterfoil\Subscriptions\Renewals;

use Counterfoil\Subscriptions\Periods\Period;

/** A period that is a row: it is billed once, whoever comes for it. */
final readonly class ClaimedPeriod
{
    public function __construct(public int $subscription_id, public Period $period, public bool $is_first)
    {
    }
}
