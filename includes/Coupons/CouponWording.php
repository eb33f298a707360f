<?php

declare(strict_types=1);

namespace Counterfoil\Coupons;

use Counterfoil\Shared\Money\MoneyFormat;

/** What a coupon is worth, in words. */
final readonly class CouponWording
{
    private function __construct()
    {
    }

    /** "10% off", "€10.00 off", "€10.00 / PLN 40.00 off" */
    public static function worth(CouponTerms $terms): string
    {
        $numbers = new MoneyFormat(determine_locale());
        $worth = $terms->percent !== null ? $numbers->decimal($terms->percent) . '%' : implode(' / ', array_map($numbers->money(...), $terms->money()));

        /* translators: %s: a percentage or an amount of money */
        return sprintf(__('%s off', 'counterfoil'), $worth);
    }

    /** "Once", "For 3 bills", "On every bill" */
    public static function duration(CouponTerms $terms): string
    {
        return match ($terms->duration) {
            CouponDuration::Once => __('Once', 'counterfoil'),
            /* translators: %d: number of bills */
            CouponDuration::Cycles => sprintf(_n('For %d bill', 'For %d bills', (int) $terms->cycles, 'counterfoil'), (int) $terms->cycles),
            CouponDuration::Forever => __('On every bill', 'counterfoil'),
        };
    }
}
