<?php

declare(strict_types=1);

namespace Counterfoil\Subscriptions\Starting;

use Closure;
use Counterfoil\Coupons\CheckCoupon;
use Counterfoil\Coupons\CouponRepository;
use Counterfoil\Coupons\UseCoupon;
use Counterfoil\Invoices\AppliedCoupon;
use Counterfoil\Products\Plan;
use Counterfoil\Products\PlanRepository;
use Counterfoil\Shared\Change\Change;
use Counterfoil\Shared\DomainError;
use Counterfoil\Subscriptions\Coupons\SubscriptionCoupon;
use Counterfoil\Subscriptions\Subscription;
use Counterfoil\Subscriptions\SubscriptionItem;

/** The coupon that a subscription starts with. */
final readonly class CouponOfStart
{
    /**
     * @param Closure(): CheckCoupon $check
     * @param Closure(): UseCoupon $use
     * @param Closure(): CouponRepository $coupons
     */
    public function __construct(private PlanRepository $plans, private Closure $check, private Closure $use, private Closure $coupons)
    {
    }

    /** @throws DomainError 400 at CouponRefusals::FIELD when it can't be used */
    public function of(SubscriptionDetails $details): ?SubscriptionCoupon
    {
        if ($details->coupon === '') {
            return null;
        }
        $plans = $this->plans_of($details->items);

        return SubscriptionCoupon::of(($this->check)()->handle($details->coupon, $details->client_id, $details->currency, $plans), $details->currency, $plans);
    }

    /**
     * It is used from now on, whenever the first bill comes.
     *
     * @throws DomainError 400 at CouponRefusals::FIELD when it can't be used any more
     */
    public function agree(Change $change, Subscription $subscription): void
    {
        if ($subscription->coupon !== null) {
            ($this->use)()->agree($change, $subscription->coupon->id, $subscription->coupon->code, $subscription->client_id, $subscription->id, $subscription->name(), $subscription->currency);
        }
    }

    /** Of a bill whose coupon counts for later ones too; an amount is one subscription's. Null where nothing is left for these. */
    public function of_bill(?AppliedCoupon $applied, Subscription $subscription, bool $is_first): ?SubscriptionCoupon
    {
        $coupon = $applied === null ? null : ($this->coupons)()->find($applied->id);
        if ($coupon === null || (! $is_first && $coupon->terms->percent === null)) {
            return null;
        }
        $agreed = SubscriptionCoupon::of($coupon, $subscription->currency, $this->plans_of($subscription->items));

        return $agreed->periods === 1 || $agreed->plan_ids === [] ? null : $agreed;
    }

    /** The bill with it was its use. */
    public function goes_on(Subscription $subscription): void
    {
        if ($subscription->coupon !== null) {
            ($this->use)()->goes_on($subscription->coupon->id, $subscription->client_id, $subscription->id, $subscription->name(), $subscription->currency);
        }
    }

    /**
     * @param list<SubscriptionItem> $items
     * @return list<Plan|null>
     */
    private function plans_of(array $items): array
    {
        $plans = $this->plans->by_ids(array_values(array_filter(array_map(static fn (SubscriptionItem $item): ?int => $item->plan_id, $items))));

        return array_map(static fn (SubscriptionItem $item): ?Plan => $plans[$item->plan_id] ?? null, $items);
    }
}
