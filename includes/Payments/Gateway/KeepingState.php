<?php

declare(strict_types=1);

namespace Counterfoil\Payments\Gateway;

/** Where the keeping of a method stands. */
enum KeepingState: string
{
    /** For the client: nothing typed in yet, declined, or their bank asks them. */
    case Waits = 'waits';
    case Processing = 'processing';
    case Kept = 'kept';
    case Cancelled = 'cancelled';
}
