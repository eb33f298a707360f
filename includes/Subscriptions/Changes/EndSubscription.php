<?php

declare(strict_types=1);

namespace Counterfoil\Subscriptions\Changes;

use Closure;
use Counterfoil\Shared\Change\Change;
use Counterfoil\Subscriptions\Coupons\AgreedCoupons;
use Counterfoil\Subscriptions\Requests\AnswerWithEnd;
use Counterfoil\Subscriptions\Subscription;

/** What it means that a subscription is over. */
final readonly class EndSubscription
{
    /** @param Closure(): AgreedCoupons $coupons */
    public function __construct(private AnswerWithEnd $answer, private CallOffUnbegun $call_off, private Closure $coupons)
    {
    }

    /** As it is then; the caller writes it down. */
    public function on(Change $change, Subscription $subscription, string $day): Subscription
    {
        $this->call_off->handle($change, $subscription, $day);
        $this->tell($change, $subscription, $day);

        return $subscription->ended($day);
    }

    /**
     * That it has ended; the caller writes it down.
     *
     * @param bool $is_billed whether the caller writes down periods to be billed too
     */
    public function tell(Change $change, Subscription $subscription, string $day, bool $is_billed = false): void
    {
        $change->event('subscription.ended', [['subscription', $subscription->id]], $subscription->client_id, ['day' => $day]);
        /**
         * Fires once a subscription has ended.
         *
         * @param int $subscription_id
         * @since 0.2.0
         */
        $change->hook('subscription_ended', $subscription->id);
        $this->answer->handle($change, $subscription->ended($day), $day);
        if ($subscription->coupon !== null && ! $is_billed) {
            ($this->coupons)()->ended($change, $subscription);
        }
    }
}
