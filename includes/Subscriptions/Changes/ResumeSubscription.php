<?php

declare(strict_types=1);

namespace Counterfoil\Subscriptions\Changes;

use Closure;
use Counterfoil\Shared\Calendar;
use Counterfoil\Shared\Change\Change;
use Counterfoil\Shared\DomainError;
use Counterfoil\Shared\Viewer;
use Counterfoil\Subscriptions\Periods\Resumption;
use Counterfoil\Subscriptions\Subscription;
use Counterfoil\Subscriptions\SubscriptionStatus;

/** Goes on with a paused subscription, as Resumption says. */
final readonly class ResumeSubscription
{
    /** @param Closure(): Calendar $calendar */
    public function __construct(private ChangeDays $days, private Closure $calendar)
    {
    }

    /** @throws DomainError 404, 409 when it is not paused */
    public function handle(int $id, Viewer $viewer): Subscription
    {
        return $this->days->handle($id, $viewer, function (Change $change, Subscription $subscription): Subscription {
            if ($subscription->status !== SubscriptionStatus::Paused) {
                throw DomainError::conflict('not_paused', __('This subscription isn’t paused.', 'counterfoil'));
            }
            $today = ($this->calendar)()->today();
            $this->tell($change, $subscription, $today);

            return Resumption::of($subscription, $today);
        });
    }

    /** That it goes on; the caller writes it down. */
    public function tell(Change $change, Subscription $subscription, string $day): void
    {
        $change->event('subscription.resumed', [['subscription', $subscription->id]], $subscription->client_id, ['day' => $day]);
        /**
         * Fires once a paused subscription goes on.
         *
         * @param int $subscription_id
         * @since 0.2.0
         */
        $change->hook('subscription_resumed', $subscription->id);
    }
}
