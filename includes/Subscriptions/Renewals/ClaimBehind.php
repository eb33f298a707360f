<?php

declare(strict_types=1);

namespace Counterfoil\Subscriptions\Renewals;

use Closure;
use Counterfoil\Shared\Calendar;
use Counterfoil\Shared\Viewer;
use Counterfoil\Subscriptions\Subscription;
use Counterfoil\Subscriptions\SubscriptionRepository;

/** What was to happen before today happens before somebody pauses, changes or ends a subscription: a worker that is late takes no days away. */
final readonly class ClaimBehind
{
    /** @param Closure(): Calendar $calendar */
    public function __construct(private SubscriptionRepository $subscriptions, private ClaimPeriods $claim, private Closure $calendar)
    {
    }

    public function handle(int $subscription_id, Viewer $viewer): void
    {
        $this->of(array_filter([$this->subscriptions->find($subscription_id, $viewer)]));
    }

    public function of_client(int $client_id): void
    {
        $this->of($this->subscriptions->of_client($client_id, Viewer::system()));
    }

    /** @param array<Subscription> $subscriptions */
    public function of(array $subscriptions): void
    {
        $behind = array_filter($subscriptions, $this->is_behind(...));
        foreach (array_unique(array_map(static fn (Subscription $one): int => $one->client_id, $behind)) as $client_id) {
            $this->claim->handle($client_id);
        }
    }

    /** A period of it began, or its pause or it itself was over. */
    private function is_behind(Subscription $subscription): bool
    {
        $days = array_filter([$subscription->next_on(), $subscription->act_on()]);

        return $days !== [] && min($days) < ($this->calendar)()->today();
    }
}
