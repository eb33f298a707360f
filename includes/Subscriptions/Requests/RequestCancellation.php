<?php

declare(strict_types=1);

namespace Counterfoil\Subscriptions\Requests;

use Closure;
use Counterfoil\Shared\Calendar;
use Counterfoil\Shared\Change\Change;
use Counterfoil\Shared\Change\Changes;
use Counterfoil\Shared\Clock\Clock;
use Counterfoil\Shared\Database\UniqueViolation;
use Counterfoil\Shared\DomainError;
use Counterfoil\Shared\Viewer;
use Counterfoil\Subscriptions\Subscription;
use Counterfoil\Subscriptions\SubscriptionRepository;
use Counterfoil\Subscriptions\SubscriptionStatus;

/** A client asks that a subscription ends. Nothing ends by it: the agency hears of it and answers. */
final readonly class RequestCancellation
{
    /** Characters of a reason. */
    public const LONGEST = 2000;

    /** Requests of one subscription in a day: each is a mail to the agency. */
    private const MOST_A_DAY = 3;

    /** @param Closure(): Calendar $calendar */
    public function __construct(
        private Changes $changes,
        private SubscriptionRepository $subscriptions,
        private RequestRepository $requests,
        private RequestMails $mails,
        private Clock $clock,
        private Closure $calendar,
    ) {
    }

    /**
     * @param string|null $wished_on first day on which it is not wanted any more, "2026-03-31"; null for as soon as possible
     * @param string $reason may be empty
     * @throws DomainError 400 for a day that is not ahead, 403, 404, 409 when it has ended, ends anyway or one waits already, 429
     */
    public function handle(int $subscription_id, ?string $wished_on, string $reason, Viewer $viewer): CancellationRequest
    {
        $subscription = $this->subscriptions->get($subscription_id, $viewer);
        if (! $viewer->may('subscriptions.manage')) {
            throw DomainError::forbidden();
        }
        if ($wished_on !== null && $wished_on <= ($this->calendar)()->today()) {
            throw DomainError::invalid(__('Choose today or a later day, or “As soon as possible”.', 'counterfoil'), '/wished_on');
        }
        $earliest = $subscription->ends_earliest(($this->calendar)()->today());
        if ($wished_on !== null && $earliest !== null && $wished_on < $earliest) {
            throw DomainError::invalid(__('This day is before the end of the term you agreed to. Choose a later day, or “As soon as possible”.', 'counterfoil'), '/wished_on');
        }
        if (mb_strlen($reason) > self::LONGEST) {
            /* translators: %d: number of characters */
            throw DomainError::invalid(sprintf(__('Use up to %d characters.', 'counterfoil'), self::LONGEST), '/reason');
        }
        if ($this->requests->count_since($subscription->id, $this->clock->now()->modify('-1 day')) >= self::MOST_A_DAY) {
            throw DomainError::conflict('too_many_requests', __('You’ve sent several requests today. Please contact us directly, or try again tomorrow.', 'counterfoil'));
        }
        try {
            return $this->changes->run($viewer->actor, fn (Change $change): CancellationRequest => $this->request($change, $subscription_id, $wished_on, $reason, $viewer));
        } catch (UniqueViolation) {
            throw DomainError::conflict('already_requested', __('A cancellation request for this subscription is already waiting for our answer.', 'counterfoil'));
        }
    }

    /** Why no cancellation can be asked for, in words; null where it can. */
    public static function refusal(Subscription $subscription): ?DomainError
    {
        return match (true) {
            $subscription->status === SubscriptionStatus::Ended => DomainError::conflict('subscription_ended', __('This subscription has ended.', 'counterfoil')),
            $subscription->ends_on !== null => DomainError::conflict('subscription_cancelled', __('This subscription is already canceled.', 'counterfoil')),
            default => null,
        };
    }

    private function request(Change $change, int $subscription_id, ?string $wished_on, string $reason, Viewer $viewer): CancellationRequest
    {
        $subscription = $this->subscriptions->lock($subscription_id, $viewer);
        $refusal = self::refusal($subscription);
        if ($refusal !== null) {
            throw $refusal;
        }
        $id = $this->requests->insert($subscription, $viewer->actor->type === 'contact' ? $viewer->actor->id : null, $reason, $wished_on);
        $change->event('subscription.cancellation_requested', [['subscription', $subscription->id]], $subscription->client_id, ['day' => $wished_on]);
        $this->mails->requested($change, $id, $subscription);
        /**
         * Fires once a client has asked to cancel a subscription. The subscription continues until the request is accepted.
         *
         * @param int $request_id
         * @param int $subscription_id
         * @since 0.2.0
         */
        $change->hook('cancellation_requested', $id, $subscription->id);

        return $this->requests->get($id, $viewer);
    }
}
