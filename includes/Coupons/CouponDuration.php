<?php

declare(strict_types=1);

namespace Counterfoil\Coupons;

/** For how many bills of a subscription it counts. On a single bill each counts once. */
enum CouponDuration: string
{
    case Once = 'once';
    case Cycles = 'cycles';
    case Forever = 'forever';
}
