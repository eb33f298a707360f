<?php

declare(strict_types=1);

namespace Counterfoil\Coupons;

use Counterfoil\Products\PlanRepository;
use Counterfoil\Products\ProductRepository;
use Counterfoil\Shared\Actor;
use Counterfoil\Shared\Change\Change;
use Counterfoil\Shared\Change\Changes;
use Counterfoil\Shared\Database\UniqueViolation;
use Counterfoil\Shared\DomainError;

final readonly class CreateCoupon
{
    public function __construct(private Changes $changes, private CouponRepository $coupons, private ProductRepository $products, private PlanRepository $plans)
    {
    }

    /** @throws DomainError 400 naming each field */
    public function handle(CouponDetails $details, Actor $by): Coupon
    {
        $this->check($details);

        return $this->changes->run($by, function (Change $change) use ($details): Coupon {
            try {
                $id = $this->coupons->insert($details);
            } catch (UniqueViolation) {
                throw self::code_taken($details->code);
            }
            $change->event('coupon.created', [['coupon', $id]], null, ['name' => $details->code]);
            /**
             * Fires after a coupon is created.
             *
             * @param int $id id of the coupon
             * @since 0.2.0
             */
            $change->hook('coupon_created', $id);

            return $this->coupons->get($id);
        });
    }

    /** @throws DomainError 400 for products and plans that are not there */
    public function check(CouponDetails $details): void
    {
        $wrong = [];
        foreach (['product_ids' => $this->products->by_ids($details->terms->product_ids), 'plan_ids' => $this->plans->by_ids($details->terms->plan_ids)] as $field => $found) {
            if (count($found) < count($details->terms->{$field})) {
                $wrong["/{$field}"] = __('One of these products no longer exists. Remove it and choose another one.', 'counterfoil');
            }
        }
        if ($wrong !== []) {
            throw DomainError::invalid_fields($wrong);
        }
    }

    public static function code_taken(string $code): DomainError
    {
        /* translators: %s: code of a coupon */
        return DomainError::invalid(sprintf(__('There is already a coupon with the code %s. Choose another code.', 'counterfoil'), $code), '/code', 'coupon_code_taken');
    }
}
