<?php

declare(strict_types=1);

namespace Counterfoil\Subscriptions\Periods;

/** What a stretch of days of a subscription is. */
enum PeriodKind: string
{
    /** One whole interval */
    case Full = 'full';
    /** Some days of an interval: before the first billing day, after a pause, before a fixed end */
    case Part = 'part';
    /** The days before the first paid one */
    case Trial = 'trial';
}
