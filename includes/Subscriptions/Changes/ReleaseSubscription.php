<?php

declare(strict_types=1);

namespace Counterfoil\Subscriptions\Changes;

use Closure;
use Counterfoil\Shared\Calendar;
use Counterfoil\Shared\Change\Change;
use Counterfoil\Shared\Change\Changes;
use Counterfoil\Shared\DomainError;
use Counterfoil\Shared\Viewer;
use Counterfoil\Subscriptions\Renewals\ClaimPeriods;
use Counterfoil\Subscriptions\Starting\FirstBill;
use Counterfoil\Subscriptions\Subscription;
use Counterfoil\Subscriptions\SubscriptionRepository;

/** Lets a subscription go on that waits because too much of it is behind: the agency has said what of it is billed. */
final readonly class ReleaseSubscription
{
    /** @param Closure(): Calendar $calendar */
    public function __construct(private Changes $changes, private SubscriptionRepository $subscriptions, private ClaimPeriods $claim, private Closure $calendar)
    {
    }

    /** @throws DomainError 404, 409 when it does not wait */
    public function handle(int $id, FirstBill $what, Viewer $viewer): Subscription
    {
        $client_id = $this->changes->run($viewer->actor, function (Change $change) use ($id, $what, $viewer): int {
            $subscription = $this->subscriptions->lock($id, $viewer);
            if (! $subscription->is_held) {
                throw DomainError::conflict('not_held', __('This subscription isn’t waiting for you.', 'counterfoil'));
            }
            $today = ($this->calendar)()->today();
            $this->subscriptions->save($this->from($subscription->with(['is_held' => false]), $what, $today));
            $change->event('subscription.released', [['subscription', $id]], $subscription->client_id, ['what' => $what->value]);
            /**
             * Fires once the agency has said what is billed of a subscription that was behind.
             *
             * @param int $subscription_id
             * @since 0.2.0
             */
            $change->hook('subscription_released', $id);

            return $subscription->client_id;
        });
        $this->claim->handle($client_id);

        return $this->subscriptions->get($id, $viewer);
    }

    private function from(Subscription $subscription, FirstBill $what, string $today): Subscription
    {
        if ($what === FirstBill::Start) {
            return $subscription->with(['confirmed_until' => $today]);
        }
        $current = $subscription->schedule()->index_at($today);
        $next = max($subscription->next_index, $what === FirstBill::Current ? $current : $current + 1);

        return $subscription->with([
            'next_index' => $next,
            'part_from' => null,
            'billed_until' => Calendar::add_days($subscription->schedule()->first_day($next), -1),
            'cycles' => $subscription->cycles === null ? null : $subscription->cycles + $next - $subscription->next_index,
        ]);
    }
}
