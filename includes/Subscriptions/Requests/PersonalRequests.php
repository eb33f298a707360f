<?php

declare(strict_types=1);

namespace Counterfoil\Subscriptions\Requests;

use Counterfoil\Shared\Calendar;
use Counterfoil\Shared\Change\Change;
use Counterfoil\Shared\Clock\Timestamps;
use Counterfoil\Shared\Privacy\Person;
use Counterfoil\Shared\Privacy\PersonalData;
use Counterfoil\Shared\Privacy\Record;

/** What a person wrote to cancel a subscription, and the answer. */
final readonly class PersonalRequests implements PersonalData
{
    public function __construct(private RequestRepository $requests)
    {
    }

    public function export(Person $person): array
    {
        return array_map(static fn (CancellationRequest $request): Record => new Record('counterfoil-cancellation-requests', __('Cancellation requests', 'counterfoil'), "counterfoil-cancellation-request-{$request->id}", array_filter([
            __('Sent', 'counterfoil') => Timestamps::to_wire($request->created_at),
            __('Reason', 'counterfoil') => $request->reason,
            __('Requested last day', 'counterfoil') => $request->wished_on === null ? '' : Calendar::add_days($request->wished_on, -1),
            __('Answer', 'counterfoil') => $request->answer,
        ], static fn (string $value): bool => $value !== '')), $this->requests->of_contacts($person->contact_ids));
    }

    public function erase(Person $person, Change $change): array
    {
        $this->requests->forget_contacts($person->contact_ids);

        return [];
    }
}
