<?php

declare(strict_types=1);

namespace Counterfoil\Ledger\Checks;

use Counterfoil\Coupons\CouponCounts;
use Counterfoil\Ledger\Check;
use Counterfoil\Ledger\Difference;

/** A coupon is used as often as issued bills carry it, in all and by each client. */
final readonly class CouponsAgree implements Check
{
    public function __construct(private CouponCounts $counts)
    {
    }

    public function differences(): iterable
    {
        foreach ($this->counts->wrong() as ['subject' => $subject, 'kept' => $kept, 'counted' => $counted]) {
            yield new Difference($subject, 'uses', (string) $kept, (string) $counted);
        }
    }
}
