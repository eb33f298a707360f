<?php

declare(strict_types=1);

namespace Counterfoil\Subscriptions\Changes;

use Closure;
use Counterfoil\Shared\Calendar;
use Counterfoil\Shared\Change\Change;
use Counterfoil\Shared\DomainError;
use Counterfoil\Shared\Viewer;
use Counterfoil\Subscriptions\Subscription;
use Counterfoil\Subscriptions\SubscriptionStatus;

/** Stops billing for a while. What was billed stays: a period that is paid for goes on to its end. */
final readonly class PauseSubscription
{
    /** @param Closure(): Calendar $calendar */
    public function __construct(private ChangeDays $days, private Closure $calendar)
    {
    }

    /**
     * @param string|null $resume_on the day it goes on by itself, "2026-03-31"; null until somebody resumes it
     * @throws DomainError 404, 400 for a day that is not ahead, 409 when it is not active, or on hold
     */
    public function handle(int $id, ?string $resume_on, Viewer $viewer): Subscription
    {
        if ($resume_on !== null && $resume_on <= ($this->calendar)()->today()) {
            throw DomainError::invalid(__('Choose a day in the future, or leave it empty to resume it yourself.', 'counterfoil'), '/resume_on');
        }

        return $this->days->handle($id, $viewer, function (Change $change, Subscription $subscription) use ($resume_on): Subscription {
            // A pause leaves out days; what is behind was before it.
            if ($subscription->is_held) {
                throw DomainError::conflict('held', __('This subscription is on hold. Say first what is billed of the periods that are behind.', 'counterfoil'));
            }

            return $this->in($change, $subscription, $resume_on);
        });
    }

    /** As it is then; the caller writes it down. @throws DomainError 409 when it is not active */
    public function in(Change $change, Subscription $subscription, ?string $resume_on): Subscription
    {
        if (! $subscription->status->may_become(SubscriptionStatus::Paused)) {
            throw DomainError::conflict('not_active', __('Only an active subscription can be paused.', 'counterfoil'));
        }
        $change->event('subscription.paused', [['subscription', $subscription->id]], $subscription->client_id, ['until' => $resume_on]);
        /**
         * Fires once a subscription is paused.
         *
         * @param int $subscription_id
         * @since 0.2.0
         */
        $change->hook('subscription_paused', $subscription->id);

        return $subscription->with(['status' => SubscriptionStatus::Paused, 'resume_on' => $resume_on]);
    }
}
