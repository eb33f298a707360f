<?php

declare(strict_types=1);

namespace Counterfoil\Coupons;

/** What people see of a coupon. Made from its dates, limits and the day; never stored. */
enum CouponState: string
{
    case Active = 'active';
    /** Its first day is yet to come */
    case Scheduled = 'scheduled';
    case Expired = 'expired';
    case UsedUp = 'used_up';
    case Archived = 'archived';
}
