<?php

declare(strict_types=1);

namespace Counterfoil\Subscriptions\Changes;

use Closure;
use Counterfoil\Shared\Change\Change;
use Counterfoil\Shared\Change\Changes;
use Counterfoil\Shared\DomainError;
use Counterfoil\Shared\Viewer;
use Counterfoil\Subscriptions\Renewals\ClaimBehind;
use Counterfoil\Subscriptions\Subscription;
use Counterfoil\Subscriptions\SubscriptionRepository;

/** The one way to change which days of a subscription are billed, and how: what began before today is claimed first. */
final readonly class ChangeDays
{
    /** @param Closure(): ClaimBehind $behind */
    public function __construct(private Changes $changes, private SubscriptionRepository $subscriptions, private Closure $behind)
    {
    }

    /**
     * @param Closure(Change, Subscription): ?Subscription $how is handed it locked, and says how it is from then on; null where it wrote that down
     * @throws DomainError 404, and what `$how` throws: what was behind stays claimed
     */
    public function handle(int $id, Viewer $viewer, Closure $how): Subscription
    {
        ($this->behind)()->handle($id, $viewer);

        return $this->changes->run($viewer->actor, function (Change $change) use ($id, $viewer, $how): Subscription {
            $after = $how($change, $this->subscriptions->lock($id, $viewer));
            if ($after !== null) {
                $this->subscriptions->save($after);
            }

            return $this->subscriptions->get($id, $viewer);
        });
    }
}
