<?php

declare(strict_types=1);

namespace Counterfoil\Coupons;

use Counterfoil\Products\PlanRepository;
use Counterfoil\Products\ProductRepository;

/** The products and plans that coupons are for, by name. What was deleted since is left out. */
final readonly class CouponScope
{
    public function __construct(private ProductRepository $products, private PlanRepository $plans)
    {
    }

    /**
     * Two queries, however many coupons.
     *
     * @param list<Coupon> $coupons
     * @return array<int, list<array{type: string, id: int, name: string}>> by coupon
     */
    public function of(array $coupons): array
    {
        $ids = static fn (string $of): array => array_values(array_unique(array_merge([], ...array_map(static fn (Coupon $coupon): array => $coupon->terms->{$of}, $coupons))));
        $plans = $this->plans->by_ids($ids('plan_ids'));
        $products = $this->products->by_ids(array_values(array_unique([...$ids('product_ids'), ...array_map(static fn ($plan): int => $plan->product_id, array_values($plans))])));
        $scope = [];
        foreach ($coupons as $coupon) {
            $of = [];
            foreach ($coupon->terms->product_ids as $id) {
                if (isset($products[$id])) {
                    $of[] = ['type' => 'product', 'id' => $id, 'name' => $products[$id]->name];
                }
            }
            foreach ($coupon->terms->plan_ids as $id) {
                if (isset($plans[$id])) {
                    $product = $products[$plans[$id]->product_id]->name ?? '';
                    $of[] = ['type' => 'plan', 'id' => $id, 'name' => $product === '' || $product === $plans[$id]->name ? $plans[$id]->name : "{$product}: {$plans[$id]->name}"];
                }
            }
            $scope[$coupon->id] = $of;
        }

        return $scope;
    }

    /** @return list<string> */
    public function names(Coupon $coupon): array
    {
        return array_column($this->of([$coupon])[$coupon->id], 'name');
    }
}
