<?php

declare(strict_types=1);

namespace Counterfoil\Subscriptions\Settings;

/** How periods are billed that are due at once because nothing ran for a while. */
enum CatchUp: string
{
    /** A bill each, charged one after the other */
    case Each = 'each';
    /** All of them on one bill */
    case Together = 'together';
}
