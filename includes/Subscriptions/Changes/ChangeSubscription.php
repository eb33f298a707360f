<?php

declare(strict_types=1);

namespace Counterfoil\Subscriptions\Changes;

use Closure;
use Counterfoil\Invoices\CreditNotes\Surplus;
use Counterfoil\Shared\Calendar;
use Counterfoil\Shared\Change\Change;
use Counterfoil\Shared\DomainError;
use Counterfoil\Shared\Viewer;
use Counterfoil\Subscriptions\BillingDayRepository;
use Counterfoil\Subscriptions\Periods\PeriodKind;
use Counterfoil\Subscriptions\PlannedChange;
use Counterfoil\Subscriptions\PriceRises\TellRise;
use Counterfoil\Subscriptions\Starting\ItemsCheck;
use Counterfoil\Subscriptions\Subscription;
use Counterfoil\Subscriptions\SubscriptionRepository;
use Counterfoil\Subscriptions\SubscriptionStatus;

/**
 * Gives a subscription other plans, quantities, prices or another rhythm: at once, where what was billed for the days from today on is
 * credited and billed anew, or from its next period on.
 */
final readonly class ChangeSubscription
{
    /**
     * @param Closure(): TellRise $rises
     * @param Closure(): Calendar $calendar
     */
    public function __construct(
        private ChangeDays $days,
        private SubscriptionRepository $subscriptions,
        private BillingDayRepository $billing_days,
        private UnusedDays $unused,
        private CreditUnused $credit,
        private ItemsCheck $check,
        private Closure $rises,
        private Closure $calendar,
    ) {
    }

    /** @throws DomainError 400 naming each field, 404, 409 when it can't be changed now */
    public function now(int $id, int $version, NewTerms $terms, Viewer $viewer): Subscription
    {
        return $this->change($id, $version, $terms, $viewer, function (Change $change, Subscription $subscription) use ($terms): Subscription {
            $terms = $terms->of($subscription);
            $plan = $this->plan($subscription, $terms, $this->subscriptions->add_items($subscription->id, $terms->items));
            $this->tell($change, $subscription);
            if ($plan->unused !== []) {
                $this->credit->handle($change, $subscription, ChangeKind::Changed, $plan->unused[0]->from, Surplus::Keep, $plan->unused, $plan->instead);
            }
            $this->replace_rise($change, $subscription, $plan->after, $plan->from(($this->calendar)()->today()));

            return $plan->after;
        });
    }

    /** @throws DomainError 400 naming each field, 404, 409 when nothing follows */
    public function from_next_period(int $id, int $version, NewTerms $terms, Viewer $viewer): Subscription
    {
        return $this->change($id, $version, $terms, $viewer, function (Change $change, Subscription $subscription) use ($terms): Subscription {
            $terms = $terms->of($subscription);
            $next = $subscription->next() ?? throw DomainError::conflict('nothing_follows', __('This subscription isn’t billed again, so there is no next period to change.', 'counterfoil'));
            $planned = new PlannedChange($next->from, $this->subscriptions->add_items($subscription->id, $terms->items), $terms->items, $terms->interval, $subscription->planned?->price_rise_id);
            if ($subscription->claimed === 0 || $next->kind === PeriodKind::Trial) {
                $this->tell($change, $subscription);
                $plan = ChangePlan::of($subscription, $planned, [], $this->billing_days->of($subscription->client_id));
                $this->replace_rise($change, $subscription, $plan->after, $plan->from($next->from));

                return $plan->after;
            }
            $this->plan_it($change, $subscription, $planned);
            $this->replace_rise($change, $subscription, $planned->applied_to($subscription, $planned->on), $planned->on);

            return $subscription->with(['planned' => $planned]);
        });
    }

    /** It stays as it is after all. @throws DomainError 404, 409 when nothing is planned */
    public function withdraw(int $id, Viewer $viewer): Subscription
    {
        return $this->days->handle($id, $viewer, function (Change $change, Subscription $subscription): null {
            if ($subscription->planned === null) {
                throw DomainError::conflict('nothing_planned', __('No change is planned for this subscription.', 'counterfoil'));
            }
            $this->withdraw_it($change, $subscription);

            return null;
        });
    }

    /** What is planned for one that is locked. */
    public function withdraw_it(Change $change, Subscription $subscription): void
    {
        $change->event('subscription.change_withdrawn', [['subscription', $subscription->id]], $subscription->client_id);
        /**
         * Fires once a planned change of a subscription is withdrawn.
         *
         * @param int $subscription_id
         * @since 0.2.0
         */
        $change->hook('subscription_change_withdrawn', $subscription->id);
        $this->subscriptions->save($subscription->with(['planned' => null]));
        if ($subscription->planned?->price_rise_id !== null) {
            ($this->rises)()->withdrawn($change, $subscription->planned->price_rise_id);
        }
    }

    /**
     * What a change at once would come to; changes nothing.
     *
     * @throws DomainError 400, 409 as the change itself
     */
    public function plan(Subscription $subscription, NewTerms $terms, int $item_set = 0): ChangePlan
    {
        if ($subscription->status === SubscriptionStatus::Paused) {
            throw DomainError::conflict('paused', __('This subscription is paused. Resume it first, or change it from the next period.', 'counterfoil'));
        }
        $today = ($this->calendar)()->today();

        return ChangePlan::of($subscription, new PlannedChange($today, $item_set, $terms->items, $terms->interval), $this->unused->of($subscription->id, $today), $this->billing_days->of($subscription->client_id));
    }

    /** @throws DomainError 400 naming each field, 409 */
    public function check(Subscription $subscription, NewTerms $terms): void
    {
        if ($subscription->status === SubscriptionStatus::Ended) {
            throw DomainError::conflict('subscription_ended', __('This subscription has ended.', 'counterfoil'));
        }
        if ($subscription->is_held) {
            throw DomainError::conflict('held', __('This subscription is on hold. Say first what is billed of the periods that are behind.', 'counterfoil'));
        }
        if ($subscription->cycles !== null && $terms->has_other_rhythm_than($subscription)) {
            throw DomainError::invalid(__('This subscription ends after a fixed number of periods, so they can’t become longer or shorter. Cancel it and start another one instead.', 'counterfoil'), '/interval');
        }
        $this->check->handle($subscription->client_id, $subscription->website_id, $subscription->currency, $subscription->tax_mode, $terms->items);
    }

    /** That it is changed from a period on that is to come; the caller writes it down. */
    public function plan_it(Change $change, Subscription $subscription, PlannedChange $planned): void
    {
        $change->event('subscription.change_planned', [['subscription', $subscription->id]], $subscription->client_id, ['day' => $planned->on]);
        /**
         * Fires once a change of a subscription is planned for a period to come.
         *
         * @param int $subscription_id
         * @since 0.2.0
         */
        $change->hook('subscription_change_planned', $subscription->id);
    }

    private function tell(Change $change, Subscription $subscription): void
    {
        $change->event('subscription.changed', [['subscription', $subscription->id]], $subscription->client_id, ['day' => ($this->calendar)()->today()]);
        /**
         * Fires once the items, prices or the rhythm of a subscription are others.
         *
         * @param int $subscription_id
         * @since 0.2.0
         */
        $change->hook('subscription_changed', $subscription->id);
    }

    /** @param string $from the day on which it is $instead, "2026-03-31" */
    private function replace_rise(Change $change, Subscription $subscription, Subscription $instead, string $from): void
    {
        if ($subscription->planned?->price_rise_id !== null) {
            ($this->rises)()->replaced($change, $subscription->planned->price_rise_id, $subscription, $instead, $from);
        }
    }

    /** @param Closure(Change, Subscription): Subscription $how */
    private function change(int $id, int $version, NewTerms $terms, Viewer $viewer, Closure $how): Subscription
    {
        return $this->days->handle($id, $viewer, function (Change $change, Subscription $subscription) use ($version, $terms, $how): Subscription {
            $this->check($subscription, $terms);
            if ($subscription->version !== $version) {
                throw DomainError::conflict('subscription_changed', __('This subscription changed since you opened it. Reload it to see the latest version.', 'counterfoil'));
            }

            return $how($change, $subscription);
        });
    }
}
