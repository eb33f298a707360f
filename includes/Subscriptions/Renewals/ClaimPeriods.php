<?php

declare(strict_types=1);

namespace Counterfoil\Subscriptions\Renewals;

use Closure;
use Counterfoil\Shared\Actor;
use Counterfoil\Shared\Calendar;
use Counterfoil\Shared\Change\Change;
use Counterfoil\Shared\Change\Changes;
use Counterfoil\Shared\Database\UniqueViolation;
use Counterfoil\Subscriptions\BillingDayRepository;
use Counterfoil\Subscriptions\Changes\EndSubscription;
use Counterfoil\Subscriptions\Changes\ResumeSubscription;
use Counterfoil\Subscriptions\Coupons\AgreedCoupons;
use Counterfoil\Subscriptions\PriceRises\TellRise;
use Counterfoil\Subscriptions\Settings\RenewalSettings;
use Counterfoil\Subscriptions\Subscription;
use Counterfoil\Subscriptions\SubscriptionMails;
use Counterfoil\Subscriptions\SubscriptionRepository;

/**
 * Writes down which periods of a client's subscriptions are billed now, and by which bills, before anything is done for them:
 * all of them or none. A period is claimed once, since there is one row of each (unique key); whoever comes later, or
 * at the same time, finds it claimed.
 */
final readonly class ClaimPeriods
{
    /**
     * @param Closure(): AgreedCoupons $coupons
     * @param Closure(): TellRise $rises
     * @param Closure(): Calendar $calendar
     */
    public function __construct(
        private Changes $changes,
        private SubscriptionRepository $subscriptions,
        private RenewalRepository $renewals,
        private PeriodRepository $periods,
        private BillingDayRepository $billing_days,
        private RenewalSettings $settings,
        private SubscriptionMails $mails,
        private ResumeSubscription $resume,
        private EndSubscription $end,
        private Closure $coupons,
        private Closure $rises,
        private Closure $calendar,
    ) {
    }

    /** @return bool false when somebody else was at it at the same time: what is left is found the next time */
    public function handle(int $client_id): bool
    {
        return $this->together([$client_id]);
    }

    /**
     * Many clients in one transaction; where somebody else is at one of them, each in its own.
     *
     * @param list<int> $client_ids
     * @return bool false when somebody else was at one of them at the same time: what is left is found the next time
     */
    public function together(array $client_ids): bool
    {
        try {
            $this->changes->run(Actor::system(), fn (Change $change) => $this->claim($change, $client_ids));
        } catch (UniqueViolation | Overtaken) {
            return count($client_ids) > 1 && ! in_array(false, array_map($this->handle(...), $client_ids), true);
        }

        return true;
    }

    /** @param list<int> $client_ids */
    private function claim(Change $change, array $client_ids): void
    {
        $today = ($this->calendar)()->today();
        $settings = $this->settings->get();
        $days = $this->billing_days->among($client_ids);
        $due = array_map(static fn (Subscription $subscription): Due => Due::of($subscription, $today, $settings->lead_days, $days[$subscription->client_id] ?? null), $this->subscriptions->due_of_clients($client_ids, Calendar::add_days($today, $settings->lead_days), $today));
        $due = array_values(array_filter($due, static fn (Due $one): bool => ! $one->is_nothing()));
        if ($due !== [] && ! $this->subscriptions->save_all(array_map(static fn (Due $one): Subscription => $one->after, $due))) {
            throw new Overtaken();
        }
        $claims = array_fill_keys($client_ids, []);
        foreach ($due as $one) {
            array_push($claims[$one->subscription->client_id], ...$this->of($change, $one));
        }
        $bills = [];
        foreach ($claims as $client_id => $of_client) {
            array_push($bills, ...(new Bills(isset($days[$client_id]), $settings->catch_up))->of($of_client));
        }
        $this->bill($change, $bills);
    }

    /**
     * Of a subscription that is saved as it is from now on.
     *
     * @return list<array{Subscription, ClaimedPeriod}> what is to be billed of it; what is not is claimed already
     */
    private function of(Change $change, Due $due): array
    {
        $subscription = $due->subscription;
        if ($due->resumed_on !== null) {
            $this->resume->tell($change, $subscription, $due->resumed_on);
        }
        if ($due->began_on !== null) {
            $change->event('subscription.began', [['subscription', $subscription->id]], $subscription->client_id, ['day' => $due->began_on]);
        }
        if ($due->after->item_set !== $subscription->item_set) {
            $change->event('subscription.changed', [['subscription', $subscription->id]], $subscription->client_id, ['day' => (string) $subscription->planned?->on]);
            /** This hook is documented in ChangeSubscription. */
            $change->hook('subscription_changed', $subscription->id);
            ($this->rises)()->before_bill($change, $subscription);
        }
        if ($due->behind > 0) {
            $change->event('subscription.held', [['subscription', $subscription->id]], $subscription->client_id, ['periods' => $due->behind]);
            $this->mails->held($change, $subscription, $due->behind);
        }
        if ($due->ended_on !== null) {
            $this->end->tell($change, $subscription, $due->ended_on, $due->claims !== []);
        }
        $claims = [];
        foreach ($due->claims as [$then, $claimed]) {
            $change->event('subscription.renewed', [['subscription', $subscription->id]], $subscription->client_id, ['from' => $claimed->period->from, 'to' => $claimed->period->to, 'kind' => $claimed->period->kind->value]);
            if (Bills::has_lines($then, $claimed)) {
                $claims[] = [$then, $claimed];
            } else {
                $this->periods->claim($then, $claimed, null);
            }
        }
        ($this->coupons)()->claimed($claims);

        return $claims;
    }

    /** @param list<non-empty-list<array{Subscription, ClaimedPeriod}>> $bills */
    private function bill(Change $change, array $bills): void
    {
        foreach ($this->renewals->insert_bills($bills) as $renewal_id) {
            $change->job(BillRenewal::JOB, $renewal_id);
        }
    }
}
