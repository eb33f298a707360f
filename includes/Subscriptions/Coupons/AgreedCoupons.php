<?php

declare(strict_types=1);

namespace Counterfoil\Subscriptions\Coupons;

use Counterfoil\Coupons\UseCoupon;
use Counterfoil\Invoices\InvoiceTotals;
use Counterfoil\Shared\Change\Change;
use Counterfoil\Subscriptions\Periods\PeriodLines;
use Counterfoil\Subscriptions\Renewals\ClaimedPeriod;
use Counterfoil\Subscriptions\Renewals\PeriodRepository;
use Counterfoil\Subscriptions\Subscription;
use Counterfoil\Subscriptions\SubscriptionRepository;
use Counterfoil\Subscriptions\SubscriptionStatus;

/**
 * What coupons of subscriptions took off, and whether their use counts: one use for a subscription, however many of its bills carry it.
 * It can be used again once the subscription has ended and no bill with it stands.
 */
final readonly class AgreedCoupons
{
    public function __construct(private UseCoupon $use, private PeriodRepository $periods, private SubscriptionRepository $subscriptions)
    {
    }

    /** @param list<array{Subscription, ClaimedPeriod}> $claims that were just written down */
    public function claimed(array $claims): void
    {
        foreach ($claims as [$subscription, $claimed]) {
            if ($claimed->with_coupon) {
                $this->use->took_off($subscription->id, self::amount($subscription, $claimed));
            }
        }
    }

    /**
     * The bill of these periods is void, or never made.
     *
     * @param list<ClaimedPeriod> $periods
     */
    public function called_off(Change $change, array $periods): void
    {
        $periods = array_values(array_filter($periods, static fn (ClaimedPeriod $claimed): bool => $claimed->with_coupon));
        foreach ($periods === [] ? [] : $this->subscriptions->as_claimed($periods) as [$subscription, $claimed]) {
            $this->use->took_off($subscription->id, -self::amount($subscription, $claimed));
            if ($subscription->status === SubscriptionStatus::Ended) {
                $this->ended($change, $subscription);
            }
        }
    }

    public function ended(Change $change, Subscription $subscription): void
    {
        if ($subscription->coupon !== null && ! $this->periods->has_coupon_on_bill($subscription->id)) {
            $this->use->end($change, $subscription->id);
        }
    }

    /** Minor units. */
    private static function amount(Subscription $subscription, ClaimedPeriod $claimed): int
    {
        $sum = static fn (bool $with_coupon): int => array_sum(InvoiceTotals::of(PeriodLines::of($subscription, $claimed->period, $claimed->is_first, $with_coupon), null, $subscription->tax_mode, $subscription->currency)->amounts);

        return $sum(false) - $sum(true);
    }
}
