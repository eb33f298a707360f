<?php

declare(strict_types=1);

namespace Counterfoil\Subscriptions\Renewals;

use Closure;
use Counterfoil\Shared\Calendar;
use Counterfoil\Shared\Viewer;
use Counterfoil\Subscriptions\SubscriptionRepository;

/** What began before today is claimed before somebody pauses, changes or ends a subscription: a worker that is late takes no days away. */
final readonly class ClaimBehind
{
    /** @param Closure(): Calendar $calendar */
    public function __construct(private SubscriptionRepository $subscriptions, private ClaimPeriods $claim, private Closure $calendar)
    {
    }

    public function handle(int $subscription_id, Viewer $viewer): void
    {
        $subscription = $this->subscriptions->find($subscription_id, $viewer);
        $next_on = $subscription?->next_on();
        if ($subscription !== null && $next_on !== null && $next_on < ($this->calendar)()->today()) {
            $this->claim->handle($subscription->client_id);
        }
    }
}
