<?php

declare(strict_types=1);

namespace Counterfoil\Subscriptions\Changes;

use Closure;
use Counterfoil\Shared\Calendar;
use Counterfoil\Shared\Change\Change;
use Counterfoil\Shared\Change\Changes;
use Counterfoil\Shared\DomainError;
use Counterfoil\Shared\Viewer;
use Counterfoil\Subscriptions\Subscription;
use Counterfoil\Subscriptions\SubscriptionRepository;
use Counterfoil\Subscriptions\SubscriptionStatus;

/**
 * Goes on with a paused subscription. The days of its pause are not billed; its billing day stays what it was, so
 * the days until the next one are a part of a period, unless they were billed before the pause.
 */
final readonly class ResumeSubscription
{
    /** @param Closure(): Calendar $calendar */
    public function __construct(private Changes $changes, private SubscriptionRepository $subscriptions, private Closure $calendar)
    {
    }

    /** @throws DomainError 404, 409 when it is not paused */
    public function handle(int $id, Viewer $viewer): Subscription
    {
        return $this->changes->run($viewer->actor, function (Change $change) use ($id, $viewer): Subscription {
            $subscription = $this->subscriptions->lock($id, $viewer);
            if ($subscription->status !== SubscriptionStatus::Paused) {
                throw DomainError::conflict('not_paused', __('This subscription isn’t paused.', 'counterfoil'));
            }
            $this->subscriptions->save($this->in($change, $subscription, ($this->calendar)()->today()));

            return $this->subscriptions->get($id, $viewer);
        });
    }

    /** As it is then; the caller writes it down. */
    public function in(Change $change, Subscription $subscription, string $day): Subscription
    {
        $change->event('subscription.resumed', [['subscription', $subscription->id]], $subscription->client_id, ['day' => $day]);
        /**
         * Fires once a paused subscription goes on.
         *
         * @param int $subscription_id
         * @since 0.2.0
         */
        $change->hook('subscription_resumed', $subscription->id);
        $resumed = $subscription->with(['status' => SubscriptionStatus::Active, 'resume_on' => null]);
        $from = $subscription->billed_until === null ? $day : max($day, Calendar::add_days($subscription->billed_until, 1));
        if ($from < $subscription->anchor) {
            return $resumed;
        }
        $schedule = $subscription->schedule();
        $index = $schedule->index_at($from);
        $is_first_day = $schedule->first_day($index) === $from;
        $next = $is_first_day ? $index : $index + 1;

        return $resumed->with([
            'next_index' => $next,
            'part_from' => $is_first_day ? null : $from,
            // What the pause left out is made up for at the end: as many periods are billed as were agreed.
            'cycles' => $subscription->cycles === null ? null : $subscription->cycles + $next - $subscription->next_index,
        ]);
    }
}
