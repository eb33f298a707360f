<?php

declare(strict_types=1);

namespace Counterfoil\Subscriptions\Requests;

use Counterfoil\Shared\Change\Change;
use Counterfoil\Subscriptions\Subscription;

/** Once it is fixed when a subscription ends, by whomever and for whatever, the request that asks for its end is answered by it. */
final readonly class AnswerWithEnd
{
    public function __construct(private RequestRepository $requests, private RequestMails $mails)
    {
    }

    /** @param string $day the first that does not belong to it any more, "2026-03-31" */
    public function handle(Change $change, Subscription $subscription, string $day): void
    {
        $request = $this->requests->open_of($subscription->id);
        if ($request === null || ! $this->requests->close($request->id, RequestState::Accepted, $change->actor, ends_on: $day)) {
            return;
        }
        $change->event('subscription.cancellation_accepted', [['subscription', $subscription->id]], $subscription->client_id, ['day' => $day]);
        $this->mails->accepted($change, $request, $subscription, $day);
        /**
         * Fires once a request to cancel a subscription is accepted: it has ended, or it is fixed when it will.
         *
         * @param int $request_id
         * @param int $subscription_id
         * @since 0.2.0
         */
        $change->hook('cancellation_accepted', $request->id, $subscription->id);
    }
}
