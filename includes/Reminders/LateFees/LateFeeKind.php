<?php

declare(strict_types=1);

namespace Counterfoil\Reminders\LateFees;

/** What a late fee is measured by. */
enum LateFeeKind: string
{
    /** A percentage of what is due, for each month that has begun since the due date */
    case Monthly = 'monthly';
    /** A percentage of what is due, once */
    case Once = 'once';
    /** An amount of the invoice's currency, once */
    case Fixed = 'fixed';
}
