<?php

declare(strict_types=1);

namespace Counterfoil\Subscriptions\Changes;

use Closure;
use Counterfoil\Invoices\CreditNotes\Surplus;
use Counterfoil\Shared\Calendar;
use Counterfoil\Shared\Change\Change;
use Counterfoil\Shared\DomainError;
use Counterfoil\Shared\Viewer;
use Counterfoil\Subscriptions\PriceRises\TellRise;
use Counterfoil\Subscriptions\Requests\AnswerWithEnd;
use Counterfoil\Subscriptions\Subscription;
use Counterfoil\Subscriptions\SubscriptionRepository;
use Counterfoil\Subscriptions\SubscriptionStatus;

/** Ends a subscription now, at the end of what was billed, or on a day; and takes such an end back while it is ahead. */
final readonly class CancelSubscription
{
    /** @param Closure(): Calendar $calendar */
    public function __construct(private ChangeDays $days, private SubscriptionRepository $subscriptions, private EndSubscription $end, private AnswerWithEnd $answer, private UnusedDays $unused, private CreditUnused $credit, private Closure $calendar)
    {
    }

    /**
     * @param string $when "now", "period_end" or "day"
     * @param string $unused of "now", what becomes of days that were billed already: "none" stay paid, "credit" is the client's credit, "refund" goes back
     * @param string|null $on of "day": the first that does not belong to it any more, "2026-03-31"
     * @throws DomainError 400 for a day that was billed or has passed, 404, 409 when it is over
     */
    public function handle(int $id, string $when, ?string $on, Viewer $viewer, string $unused = 'none'): Subscription
    {
        return match ($when) {
            'now' => $this->now($id, $viewer, $unused),
            'period_end' => $this->at_period_end($id, $viewer),
            default => $this->on($id, (string) $on, $viewer),
        };
    }

    /** @throws DomainError 404, 409 when it is over, or unused days can't be credited */
    public function now(int $id, Viewer $viewer, string $unused = 'none'): Subscription
    {
        return $this->change($id, $viewer, function (Change $change, Subscription $subscription) use ($unused): Subscription {
            $today = ($this->calendar)()->today();
            $days = $unused === 'none' ? [] : $this->unused->of($subscription->id, $today);
            if ($days !== []) {
                $this->credit->handle($change, $subscription, ChangeKind::Canceled, $today, $unused === 'refund' ? Surplus::Refund : Surplus::Keep, $days, []);
            }

            return $this->end->on($change, $subscription, $today);
        });
    }

    /**
     * Days that were billed and would not be used if it ended now.
     *
     * @return list<Unused>
     * @throws DomainError 404, 409 while one of its bills is being made
     */
    public function unused(int $id, Viewer $viewer): array
    {
        return $this->unused->of($this->subscriptions->get($id, $viewer)->id, ($this->calendar)()->today());
    }

    /** At the end of the period that was billed last. @throws DomainError 404, 409 when it is over */
    public function at_period_end(int $id, Viewer $viewer): Subscription
    {
        return $this->change($id, $viewer, function (Change $change, Subscription $subscription): Subscription {
            $today = ($this->calendar)()->today();
            $ends_on = $subscription->after_billed() ?? $today;

            return $ends_on <= $today ? $this->end->on($change, $subscription, $today) : $this->ends($change, $subscription, $ends_on);
        });
    }

    /**
     * @param string $day the first that does not belong to it any more, "2026-03-31"
     * @throws DomainError 400 for a day that was billed or has passed, 404, 409 when it is over
     */
    public function on(int $id, string $day, Viewer $viewer): Subscription
    {
        return $this->change($id, $viewer, function (Change $change, Subscription $subscription) use ($day): Subscription {
            if ($day <= ($this->calendar)()->today()) {
                throw DomainError::invalid(__('Choose a day in the future, or cancel the subscription now.', 'counterfoil'), '/on');
            }
            if ($subscription->billed_until !== null && $day <= $subscription->billed_until) {
                throw DomainError::invalid(__('This day is in a period that was billed already. Choose a later day, or cancel now and credit the unused days.', 'counterfoil'), '/on');
            }

            return $this->ends($change, $subscription, $day);
        });
    }

    /** It goes on after all. @throws DomainError 404, 409 when it is over or no end is fixed */
    public function take_back(int $id, Viewer $viewer): Subscription
    {
        return $this->change($id, $viewer, static function (Change $change, Subscription $subscription): Subscription {
            if ($subscription->ends_on === null) {
                throw DomainError::conflict('not_cancelled', __('This subscription isn’t canceled.', 'counterfoil'));
            }
            $change->event('subscription.kept', [['subscription', $subscription->id]], $subscription->client_id);
            /**
             * Fires once a scheduled cancellation is undone: the subscription continues.
             *
             * @param int $subscription_id
             * @since 0.2.0
             */
            $change->hook('subscription_kept', $subscription->id);
            // Where it was to end before its price goes up, nobody was told of that.
            if ($subscription->planned?->price_rise_id !== null) {
                $change->job(TellRise::JOB, $subscription->planned->price_rise_id);
            }

            return $subscription->ending_on(null);
        });
    }

    private function ends(Change $change, Subscription $subscription, string $day): Subscription
    {
        $change->event('subscription.cancelled', [['subscription', $subscription->id]], $subscription->client_id, ['day' => $day]);
        /**
         * Fires once it is fixed that a subscription ends on a day to come.
         *
         * @param int $subscription_id
         * @since 0.2.0
         */
        $change->hook('subscription_cancelled', $subscription->id);
        $canceled = $subscription->ending_on($day);
        $this->answer->handle($change, $canceled, $day);

        return $canceled;
    }

    /** @param Closure(Change, Subscription): Subscription $how */
    private function change(int $id, Viewer $viewer, Closure $how): Subscription
    {
        return $this->days->handle($id, $viewer, static function (Change $change, Subscription $subscription) use ($how): Subscription {
            if ($subscription->status === SubscriptionStatus::Ended) {
                throw DomainError::conflict('subscription_ended', __('This subscription has ended.', 'counterfoil'));
            }

            return $how($change, $subscription);
        });
    }
}
