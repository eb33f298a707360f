<?php

declare(strict_types=1);

namespace Counterfoil\Tests\Integration\Coupons;

use Counterfoil\Coupons\Coupon;
use Counterfoil\Coupons\CouponDetails;
use Counterfoil\Coupons\CouponsModule;
use Counterfoil\Plugin;
use Counterfoil\Shared\Actor;

trait MakesCoupons
{
    /**
     * The contract's couponInput.
     *
     * @param array<string, mixed> $changes
     * @return array<string, mixed>
     */
    private static function coupon_body(array $changes = []): array
    {
        return $changes + [
            'code' => 'Spring-25',
            'name' => 'Spring offer',
            'value' => ['type' => 'percent', 'percent' => '10'],
            'duration' => 'once',
            'cycles' => null,
            'max_uses' => null,
            'max_uses_per_client' => null,
            'valid_from' => null,
            'valid_until' => null,
            'product_ids' => [],
            'plan_ids' => [],
        ];
    }

    /** @param array<string, mixed> $changes */
    private function coupon(array $changes = []): Coupon
    {
        return Plugin::instance()->module(CouponsModule::class)->create()->handle(CouponDetails::from_body(self::coupon_body($changes)), Actor::system());
    }
}
