<?php

declare(strict_types=1);

namespace Counterfoil\Subscriptions\Changes;

use Counterfoil\Clients\ClientRepository;
use Counterfoil\Shared\Change\Change;
use Counterfoil\Shared\Change\Changes;
use Counterfoil\Shared\DomainError;
use Counterfoil\Shared\Viewer;
use Counterfoil\Subscriptions\BillingDayRepository;
use Counterfoil\Subscriptions\Periods\BillingDay;
use Counterfoil\Subscriptions\Renewals\ClaimBehind;
use Counterfoil\Subscriptions\Subscription;
use Counterfoil\Subscriptions\SubscriptionRepository;
use Counterfoil\Subscriptions\SubscriptionStatus;

/**
 * Brings the subscriptions of a client to one day of the month, so that they come on one bill: what is billed already stays, and the days from there
 * to the first such day are billed as a part of a period. Those that are paused or on hold keep their day.
 */
final readonly class SetBillingDay
{
    public function __construct(private Changes $changes, private ClientRepository $clients, private SubscriptionRepository $subscriptions, private BillingDayRepository $billing_days, private ClaimBehind $behind)
    {
    }

    /**
     * @param int|null $day 1 to 31, in shorter months the last one stands for it; null for bills of their own again, on the days they have by then
     * @throws DomainError 404, 409 when one of them changed meanwhile
     */
    public function handle(int $client_id, ?int $day, Viewer $viewer): void
    {
        $this->clients->get($client_id, $viewer);
        $this->behind->of_client($client_id);
        $this->changes->run($viewer->actor, function (Change $change) use ($client_id, $day, $viewer): void {
            $this->billing_days->set($client_id, $day);
            $moved = $day === null ? [] : array_filter($this->subscriptions->of_client($client_id, $viewer), static fn (Subscription $one): bool => $one->status === SubscriptionStatus::Active && ! $one->is_held && BillingDay::fits($one) && $one->next() !== null);
            foreach ($moved as $subscription) {
                if (! $this->subscriptions->save(BillingDay::align($subscription, (int) $day))) {
                    throw DomainError::conflict('subscription_changed', __('One of these subscriptions changed since you opened it. Reload the page and try again.', 'counterfoil'));
                }
            }
            $change->event('client.billing_day_set', [['client', $client_id], ...array_map(static fn (Subscription $one): array => ['subscription', $one->id], array_values($moved))], $client_id, ['day' => (string) $day]);
            /**
             * Fires after it changes on which day of the month a client's subscriptions are billed together.
             *
             * @param int $client_id
             * @param int|null $day 1 to 31; null for none
             * @since 0.2.0
             */
            $change->hook('client_billing_day_set', $client_id, $day);
        });
    }
}
