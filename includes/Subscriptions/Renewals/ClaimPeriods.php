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
use Counterfoil\Subscriptions\Periods\PeriodLines;
use Counterfoil\Subscriptions\Settings\CatchUp;
use Counterfoil\Subscriptions\Settings\RenewalSettings;
use Counterfoil\Subscriptions\Subscription;
use Counterfoil\Subscriptions\SubscriptionMails;
use Counterfoil\Subscriptions\SubscriptionRepository;
use Counterfoil\Subscriptions\SubscriptionStatus;

/**
 * Writes down which periods of a client's subscriptions are billed now, and by which bills, before anything is done for them:
 * all of them or none. A period is claimed once, since there is one row of each (unique key); whoever comes later, or
 * at the same time, finds it claimed.
 */
final readonly class ClaimPeriods
{
    /** More periods than these are never billed unasked: nothing ran for so long that somebody should look first. */
    public const MOST_BEHIND = 2;

    /** At most so many of one subscription at once; what is left is claimed the next time. */
    private const MOST = 400;

    /** @param Closure(): Calendar $calendar */
    public function __construct(
        private Changes $changes,
        private SubscriptionRepository $subscriptions,
        private RenewalRepository $renewals,
        private BillingDayRepository $billing_days,
        private RenewalSettings $settings,
        private SubscriptionMails $mails,
        private ResumeSubscription $resume,
        private EndSubscription $end,
        private Closure $calendar,
    ) {
    }

    /** @return bool false when somebody else was at it at the same time: what is left is found the next time */
    public function handle(int $client_id): bool
    {
        try {
            $this->changes->run(Actor::system(), function (Change $change) use ($client_id): void {
                $today = ($this->calendar)()->today();
                $bills = [];
                foreach ($this->subscriptions->due_of_client($client_id, Calendar::add_days($today, $this->settings->get()->lead_days), $today) as $subscription) {
                    foreach ($this->of($change, $subscription, $today) as $key => $claimed) {
                        $bills[$key] = [...$bills[$key] ?? [], ...$claimed];
                    }
                }
                $this->bill($change, $client_id, $bills);
            });
        } catch (UniqueViolation | Overtaken) {
            return false;
        }

        return true;
    }

    /** @return array<string, non-empty-list<array{Subscription, ClaimedPeriod}>> by the bill they go on */
    private function of(Change $change, Subscription $subscription, string $today): array
    {
        if ($subscription->status === SubscriptionStatus::Paused && $subscription->resume_on !== null && $subscription->resume_on <= $today) {
            $subscription = $this->resume->in($change, $subscription, $subscription->resume_on);
        }
        [$after, $periods] = $subscription->status === SubscriptionStatus::Active && ! $subscription->is_held ? $this->due($subscription, $today) : [$subscription, []];
        if ($this->is_too_much($subscription, $periods, $today)) {
            $this->hold($change, $subscription, count($periods));

            return [];
        }
        $after = $this->end->if_over($change, $after, $today);
        if ($after->claimed === $subscription->claimed && $after->status === $subscription->status) {
            return [];
        }
        if (! $this->subscriptions->save($after)) {
            throw new Overtaken();
        }
        $bills = [];
        foreach ($periods as $claimed) {
            $change->event('subscription.renewed', [['subscription', $subscription->id]], $subscription->client_id, ['from' => $claimed->period->from, 'to' => $claimed->period->to, 'kind' => $claimed->period->kind->value]);
            if (PeriodLines::of($subscription, $claimed->period, $claimed->is_first) === []) {
                $this->renewals->claim($subscription, $claimed, null);
            } else {
                $bills[$this->bill_of($subscription, $claimed)][] = [$subscription, $claimed];
            }
        }

        return $bills;
    }

    /** @return array{Subscription, list<ClaimedPeriod>} as it is afterwards, and what is due of it until today */
    private function due(Subscription $subscription, string $today): array
    {
        $periods = [];
        $until = Calendar::add_days($today, $this->settings->get()->lead_days);
        while (($period = $subscription->next()) !== null && $period->from <= $until && count($periods) < self::MOST) {
            $periods[] = new ClaimedPeriod($subscription->id, $period, $subscription->claimed === 0);
            $subscription = $subscription->after($period);
        }

        return [$subscription, $periods];
    }

    /** @param list<ClaimedPeriod> $periods */
    private function is_too_much(Subscription $subscription, array $periods, string $today): bool
    {
        $begun = array_filter($periods, static fn (ClaimedPeriod $claimed): bool => $claimed->period->from <= $today && $claimed->period->from > (string) $subscription->confirmed_until);

        return count($begun) > self::MOST_BEHIND;
    }

    private function hold(Change $change, Subscription $subscription, int $periods): void
    {
        if (! $this->subscriptions->save($subscription->with(['is_held' => true]))) {
            throw new Overtaken();
        }
        $change->event('subscription.held', [['subscription', $subscription->id]], $subscription->client_id, ['periods' => $periods]);
        $this->mails->held($change, $subscription, $periods);
    }

    /** Subscriptions of a client with a billing day come on one bill, as far as one can hold them. */
    private function bill_of(Subscription $subscription, ClaimedPeriod $claimed): string
    {
        $is_together = $this->billing_days->of($subscription->client_id) !== null;

        return implode('|', [
            $is_together ? '' : $subscription->id,
            $subscription->currency->code,
            $subscription->tax_mode->value,
            $subscription->method_id,
            $this->settings->get()->catch_up === CatchUp::Together ? '' : $claimed->period->from,
        ]);
    }

    /** @param array<string, non-empty-list<array{Subscription, ClaimedPeriod}>> $bills */
    private function bill(Change $change, int $client_id, array $bills): void
    {
        // In order: the oldest days are billed, and charged, first.
        foreach ($bills as $key => $claims) {
            usort($claims, static fn (array $one, array $other): int => $one[1]->period->from <=> $other[1]->period->from);
            $bills[$key] = $claims;
        }
        uasort($bills, static fn (array $one, array $other): int => $one[0][1]->period->from <=> $other[0][1]->period->from);
        foreach ($bills as $claims) {
            $renewal_id = $this->renewals->insert($client_id, $claims[0][1]->period->from, $claims[0][0]->method_id);
            foreach ($claims as [$subscription, $claimed]) {
                $this->renewals->claim($subscription, $claimed, $renewal_id);
            }
            $change->job(BillRenewal::JOB, $renewal_id);
        }
    }
}
