<?php

declare(strict_types=1);

namespace Counterfoil\Subscriptions\Requests;

use Counterfoil\Shared\Change\Changes;
use Counterfoil\Shared\DomainError;
use Counterfoil\Shared\Viewer;
use Counterfoil\Subscriptions\Changes\CancelSubscription;
use Counterfoil\Subscriptions\Renewals\ClaimBehind;
use Counterfoil\Subscriptions\SubscriptionRepository;

/** The agency says yes: the subscription is canceled in the same change, which answers the request (AnswerWithEnd). */
final readonly class AcceptRequest
{
    public function __construct(private Changes $changes, private SubscriptionRepository $subscriptions, private RequestRepository $requests, private CancelSubscription $cancel, private ClaimBehind $behind)
    {
    }

    /**
     * @param string $when "now", "period_end" or "day"
     * @param string $unused of "now": "none", "credit" or "refund"
     * @param string|null $on of "day": the first that does not belong to it any more, "2026-03-31"
     * @throws DomainError 400 for a day that was billed or has passed, 404, 409 when it was answered or withdrawn
     */
    public function handle(int $id, string $when, ?string $on, Viewer $viewer, string $unused = 'none'): CancellationRequest
    {
        $subscription_id = $this->requests->get($id, $viewer)->subscription_id;
        // What comes of it stays, even if the request is refused.
        $this->behind->handle($subscription_id, $viewer);

        return $this->changes->run($viewer->actor, function () use ($id, $subscription_id, $when, $on, $unused, $viewer): CancellationRequest {
            $this->subscriptions->lock($subscription_id, $viewer);
            if (! $this->requests->get($id, $viewer)->is_open()) {
                throw WithdrawRequest::over();
            }
            $this->cancel->handle($subscription_id, $when, $on, $viewer, $unused);
            $answered = $this->requests->get($id, $viewer);

            // Withdrawn at the same moment: then nothing of this has happened.
            return $answered->state === RequestState::Accepted ? $answered : throw WithdrawRequest::over();
        });
    }
}
