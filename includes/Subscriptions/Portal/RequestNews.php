<?php

declare(strict_types=1);

namespace Counterfoil\Subscriptions\Portal;

use Counterfoil\Invoices\DocumentLanguage;
use Counterfoil\Shared\Calendar;
use Counterfoil\Subscriptions\Requests\CancellationRequest;
use Counterfoil\Subscriptions\Requests\RequestState;
use Counterfoil\Subscriptions\Subscription;

/** What a client reads of the end of a subscription: that it was asked for, refused, or fixed. */
final readonly class RequestNews
{
    /** @return list<string> sentences, the first one the news; none where there is nothing to say */
    public static function of(Subscription $subscription, ?CancellationRequest $latest, DocumentLanguage $language, Calendar $calendar): array
    {
        if ($subscription->ended_on !== null) {
            return [];
        }
        if ($subscription->ends_on !== null) {
            /* translators: %s: date */
            return [sprintf(__('This subscription is canceled. It runs until %s.', 'counterfoil'), $language->day(Calendar::add_days($subscription->ends_on, -1)))];
        }
        if ($latest?->state === RequestState::Open) {
            return [
                /* translators: %s: date */
                sprintf(__('Cancellation requested on %s', 'counterfoil'), $language->day($calendar->day($latest->created_at))),
                $latest->wished_on === null
                    ? __('You asked us to end it as soon as possible. We’ll email you our answer.', 'counterfoil')
                    /* translators: %s: date */
                    : sprintf(__('You asked for %s to be the last day. We’ll email you our answer.', 'counterfoil'), $language->day(Calendar::add_days($latest->wished_on, -1))),
            ];
        }

        return $latest?->state !== RequestState::Declined ? [] : [
            /* translators: %s: date */
            sprintf(__('We couldn’t accept your cancellation request of %s', 'counterfoil'), $language->day($calendar->day($latest->created_at))),
            $latest->answer,
        ];
    }
}
