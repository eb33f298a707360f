<?php

declare(strict_types=1);

namespace Counterfoil\Subscriptions\Starting;

use Closure;
use Counterfoil\Clients\ClientRepository;
use Counterfoil\Shared\Calendar;
use Counterfoil\Shared\Change\Change;
use Counterfoil\Shared\Change\Changes;
use Counterfoil\Shared\Clock\Clock;
use Counterfoil\Shared\DomainError;
use Counterfoil\Shared\Viewer;
use Counterfoil\Subscriptions\BillingDayRepository;
use Counterfoil\Subscriptions\Periods\BillingDay;
use Counterfoil\Subscriptions\Renewals\ClaimPeriods;
use Counterfoil\Subscriptions\Subscription;
use Counterfoil\Subscriptions\SubscriptionRepository;

/** Starts a subscription for a client, today, on a day to come, or on one that has passed. Its first bill follows at once when it is due. */
final readonly class StartSubscription
{
    /** Years: nobody means a start further away. */
    private const FURTHEST = 10;

    /** @param Closure(): Calendar $calendar */
    public function __construct(
        private Changes $changes,
        private SubscriptionRepository $subscriptions,
        private BillingDayRepository $billing_days,
        private ClientRepository $clients,
        private ItemsCheck $check,
        private ClaimPeriods $claim,
        private CouponOfStart $coupon,
        private Clock $clock,
        private Closure $calendar,
    ) {
    }

    /** @throws DomainError 400 naming each field */
    public function handle(SubscriptionDetails $details, Viewer $viewer): Subscription
    {
        if ($this->clients->find($details->client_id, $viewer) === null) {
            throw DomainError::invalid(__('This client no longer exists. Choose another client.', 'counterfoil'), '/client_id');
        }
        $this->check->handle($details->client_id, $details->website_id, $details->currency, $details->tax_mode, $details->items);
        $today = ($this->calendar)()->today();
        if (abs(Calendar::days_between($today, $details->starts_on)) > 366 * self::FURTHEST) {
            throw DomainError::invalid(__('Choose a start date within ten years of today.', 'counterfoil'), '/starts_on');
        }
        $coupon = $this->coupon->of($details);
        $id = $this->changes->run($viewer->actor, function (Change $change) use ($details, $today, $coupon): int {
            $subscription = $this->of($details, $today)->with(['coupon' => $coupon]);
            $id = $this->subscriptions->insert($subscription);
            $this->coupon->agree($change, $subscription->with(['id' => $id]));
            $change->event('subscription.started', [['subscription', $id]], $details->client_id, ['day' => $details->starts_on]);
            /**
             * Fires once a subscription is started, by staff or because its first bill was paid.
             *
             * @param int $subscription_id
             * @since 0.2.0
             */
            $change->hook('subscription_started', $id);

            return $id;
        });
        $this->claim->handle($details->client_id);

        return $this->subscriptions->get($id, $viewer);
    }

    private function of(SubscriptionDetails $details, string $today): Subscription
    {
        $paid_from = Calendar::add_days($details->starts_on, $details->trial_days);
        $subscription = new Subscription(
            0,
            $details->client_id,
            $details->website_id,
            $details->currency,
            $details->tax_mode,
            $details->interval,
            $details->items,
            $details->starts_on,
            $paid_from,
            $this->clock->now(),
            trial_until: $details->trial_days === 0 ? null : $paid_from,
            cycles: $details->cycles,
            term: $details->term,
        );
        $day = $this->billing_days->of($details->client_id);
        if ($day !== null && BillingDay::fits($subscription)) {
            $subscription = BillingDay::align($subscription, $day);
        }

        return $this->from_first_bill($subscription, $details->first_bill, $today);
    }

    /** Of one that began in the past: what was before its first bill is over, and counts as billed. */
    private function from_first_bill(Subscription $subscription, FirstBill $first, string $today): Subscription
    {
        $schedule = $subscription->schedule();
        if ($subscription->anchor >= $today && $subscription->part_from === null) {
            return $subscription;
        }
        if ($first === FirstBill::Start) {
            // Somebody has looked at it: all that is behind is billed.
            return $subscription->with(['confirmed_until' => $today]);
        }
        $current = $schedule->index_at($today);
        // Its first days, up to the billing day, are the current period, unless they are still to come.
        if ($current < 0 && ($first === FirstBill::Current || $subscription->part_from >= $today)) {
            return $subscription;
        }
        $next = $first === FirstBill::Current || $schedule->first_day($current) === $today ? $current : $current + 1;

        return $subscription->with(['next_index' => $next, 'part_from' => null, 'billed_until' => Calendar::add_days($schedule->first_day($next), -1)]);
    }
}
