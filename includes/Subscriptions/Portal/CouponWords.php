<?php

declare(strict_types=1);

namespace Counterfoil\Subscriptions\Portal;

use Counterfoil\Subscriptions\Coupons\SubscriptionCoupon;
use Counterfoil\Subscriptions\Subscription;
use Counterfoil\Subscriptions\SubscriptionItem;

/** What a client reads of the coupon of a subscription, as long as it lowers what is still to come. */
final readonly class CouponWords
{
    /** Null where there is none, it is used up, or nothing is billed anymore. */
    public static function counting(Subscription $subscription): ?SubscriptionCoupon
    {
        return $subscription->coupon?->counts() === true && $subscription->next() !== null ? $subscription->coupon : null;
    }

    /** "Coupon: WELCOME"; may be empty */
    public static function name(Subscription $subscription): string
    {
        $coupon = self::counting($subscription);

        /* translators: %s: name of a coupon */
        return $coupon === null ? '' : sprintf(__('Coupon: %s', 'counterfoil'), $coupon->code);
    }

    /** "20% off for the next 3 billing periods. Applies to: Hosting."; may be empty */
    public static function terms(Subscription $subscription): string
    {
        $coupon = self::counting($subscription);
        if ($coupon === null) {
            return '';
        }
        $worth = $coupon->worth($subscription->currency);
        $terms = match ($coupon->left) {
            /* translators: %s: "20% off" */
            null => sprintf(__('%s every invoice.', 'counterfoil'), $worth),
            /* translators: %s: "20% off" */
            1 => sprintf(__('%s for the next billing period.', 'counterfoil'), $worth),
            /* translators: 1: "20% off", 2: number of periods */
            default => sprintf(_n('%1$s for the next %2$d billing period.', '%1$s for the next %2$d billing periods.', $coupon->left, 'counterfoil'), $worth, $coupon->left),
        };
        $for = array_filter($subscription->items, static fn (SubscriptionItem $item): bool => $coupon->is_for($item->plan_id));

        return count($for) === count($subscription->items)
            ? $terms
            /* translators: %s: names of products */
            : $terms . ' ' . sprintf(__('Applies to: %s.', 'counterfoil'), implode(', ', array_map(static fn (SubscriptionItem $item): string => $item->description, $for)));
    }
}
