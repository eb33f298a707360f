<?php

declare(strict_types=1);

namespace Counterfoil\Coupons;

/** How often and when a coupon can be used. Null is no limit. */
final readonly class CouponLimits
{
    public function __construct(
        public ?int $in_all = null,
        public ?int $per_client = null,
        /** First and last day in the business's time zone, "2026-03-31" */
        public ?string $valid_from = null,
        public ?string $valid_until = null,
    ) {
    }
}
