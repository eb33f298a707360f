<?php

declare(strict_types=1);

namespace Counterfoil\Subscriptions\Changes;

use Counterfoil\Shared\Change\Change;
use Counterfoil\Subscriptions\Requests\AnswerWithEnd;
use Counterfoil\Subscriptions\Subscription;
use Counterfoil\Subscriptions\SubscriptionStatus;

/** What it means that a subscription is over. */
final readonly class EndSubscription
{
    public function __construct(private AnswerWithEnd $answer)
    {
    }

    /** As it is then; the caller writes it down. Nothing where its last day is not known or not over. */
    public function if_over(Change $change, Subscription $subscription, string $today): Subscription
    {
        $last = $subscription->last_day_known();

        return $last === null || $last > $today || $subscription->status === SubscriptionStatus::Ended || $subscription->next() !== null
            ? $subscription
            : $this->on($change, $subscription, $last);
    }

    /** As it is then; the caller writes it down. */
    public function on(Change $change, Subscription $subscription, string $day): Subscription
    {
        $ended = $subscription->with(['status' => SubscriptionStatus::Ended, 'ended_on' => $day, 'resume_on' => null, 'is_held' => false]);
        $change->event('subscription.ended', [['subscription', $subscription->id]], $subscription->client_id, ['day' => $day]);
        /**
         * Fires once a subscription has ended.
         *
         * @param int $subscription_id
         * @since 0.2.0
         */
        $change->hook('subscription_ended', $subscription->id);
        $this->answer->handle($change, $ended, $day);

        return $ended;
    }
}
