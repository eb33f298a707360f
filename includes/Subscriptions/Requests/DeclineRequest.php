<?php

declare(strict_types=1);

namespace Counterfoil\Subscriptions\Requests;

use Counterfoil\Shared\Change\Change;
use Counterfoil\Shared\Change\Changes;
use Counterfoil\Shared\DomainError;
use Counterfoil\Shared\Viewer;
use Counterfoil\Subscriptions\SubscriptionRepository;

/** The agency says no, in words; the subscription goes on. */
final readonly class DeclineRequest
{
    public function __construct(private Changes $changes, private SubscriptionRepository $subscriptions, private RequestRepository $requests, private RequestMails $mails)
    {
    }

    /**
     * @param string $answer the agency's words
     * @throws DomainError 404, 409 when it was answered or withdrawn
     */
    public function handle(int $id, string $answer, Viewer $viewer): CancellationRequest
    {
        $request = $this->requests->get($id, $viewer);

        return $this->changes->run($viewer->actor, function (Change $change) use ($request, $answer, $viewer): CancellationRequest {
            if (! $this->requests->close($request->id, RequestState::Declined, $change->actor, $answer)) {
                throw WithdrawRequest::over();
            }
            $change->event('subscription.cancellation_declined', [['subscription', $request->subscription_id]], $request->client_id);
            $this->mails->declined($change, $request, $this->subscriptions->get($request->subscription_id, $viewer));
            /**
             * Fires once a request to cancel a subscription is declined. The subscription continues.
             *
             * @param int $request_id
             * @param int $subscription_id
             * @since 0.2.0
             */
            $change->hook('cancellation_declined', $request->id, $request->subscription_id);

            return $this->requests->get($request->id, $viewer);
        });
    }
}
