<?php

declare(strict_types=1);

namespace Counterfoil\Coupons;

use Closure;
use Counterfoil\Shared\Clock\Timestamps;
use Counterfoil\Shared\Money\Money;
use Counterfoil\Shared\Viewer;

/** Coupons as the contract has them: a page of them costs as many queries as one. */
final readonly class CouponResource
{
    /** @param Closure(): string $today in the business's time zone, "2026-03-31" */
    public function __construct(private CouponUseRepository $uses, private CouponScope $scope, private Closure $today)
    {
    }

    /** @return array<string, mixed> */
    public function one(Coupon $coupon, Viewer $viewer): array
    {
        return $this->all([$coupon], $viewer)[0];
    }

    /**
     * @param list<Coupon> $coupons
     * @return list<array<string, mixed>>
     */
    public function all(array $coupons, Viewer $viewer): array
    {
        $ids = array_map(static fn (Coupon $coupon): int => $coupon->id, $coupons);
        $taken_off = $this->uses->taken_off($ids, $viewer);
        $used = array_fill_keys($this->uses->used($ids), true);
        $scope = $this->scope->of($coupons);
        $today = ($this->today)();

        return array_map(static fn (Coupon $coupon): array => [
            'id' => $coupon->id,
            'code' => $coupon->code,
            'name' => $coupon->name,
            'value' => self::value($coupon->terms),
            'worth' => CouponWording::worth($coupon->terms),
            'duration' => $coupon->terms->duration->value,
            'cycles' => $coupon->terms->cycles,
            'lasts' => CouponWording::duration($coupon->terms),
            'max_uses' => $coupon->limits->in_all,
            'max_uses_per_client' => $coupon->limits->per_client,
            'valid_from' => $coupon->limits->valid_from,
            'valid_until' => $coupon->limits->valid_until,
            'product_ids' => $coupon->terms->product_ids,
            'plan_ids' => $coupon->terms->plan_ids,
            'scope' => $scope[$coupon->id],
            'state' => $coupon->state($today)->value,
            'uses' => $coupon->uses,
            'taken_off' => array_map(static fn (Money $sum): array => $sum->to_wire(), $taken_off[$coupon->id]),
            'is_used' => isset($used[$coupon->id]),
            'archived_at' => $coupon->archived_at === null ? null : Timestamps::to_wire($coupon->archived_at),
            'created_at' => Timestamps::to_wire($coupon->created_at),
        ], $coupons);
    }

    /** @return array<string, mixed> */
    private static function value(CouponTerms $terms): array
    {
        return $terms->percent !== null
            ? ['type' => 'percent', 'percent' => $terms->percent]
            : ['type' => 'amount', 'amounts' => array_map(static fn (Money $money): array => $money->to_wire(), $terms->money())];
    }
}
