<?php

declare(strict_types=1);

namespace Counterfoil\Subscriptions\Requests;

use Counterfoil\Shared\Change\Change;
use Counterfoil\Shared\Change\Changes;
use Counterfoil\Shared\DomainError;
use Counterfoil\Shared\Viewer;

/** A client takes a request back that waits for its answer. */
final readonly class WithdrawRequest
{
    public function __construct(private Changes $changes, private RequestRepository $requests)
    {
    }

    /** @throws DomainError 403, 404, 409 when it was answered or withdrawn */
    public function handle(int $id, Viewer $viewer): void
    {
        $request = $this->requests->get($id, $viewer);
        if (! $viewer->may('subscriptions.manage')) {
            throw DomainError::forbidden();
        }
        $this->changes->run($viewer->actor, function (Change $change) use ($request): void {
            if (! $this->requests->close($request->id, RequestState::Withdrawn, $change->actor)) {
                throw self::over();
            }
            $change->event('subscription.cancellation_withdrawn', [['subscription', $request->subscription_id]], $request->client_id);
            /**
             * Fires once a client has withdrawn a request to cancel a subscription.
             *
             * @param int $request_id
             * @param int $subscription_id
             * @since 0.2.0
             */
            $change->hook('cancellation_withdrawn', $request->id, $request->subscription_id);
        });
    }

    /** It does not wait any more. */
    public static function over(): DomainError
    {
        return DomainError::conflict('request_closed', __('This request was already answered or withdrawn.', 'counterfoil'));
    }
}
