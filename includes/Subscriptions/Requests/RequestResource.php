<?php

declare(strict_types=1);

namespace Counterfoil\Subscriptions\Requests;

use Closure;
use Counterfoil\Clients\ClientRepository;
use Counterfoil\Clients\ContactRepository;
use Counterfoil\Shared\Clock\Timestamps;
use Counterfoil\Shared\Viewer;
use Counterfoil\Subscriptions\Subscription;
use Counterfoil\Subscriptions\SubscriptionRepository;

/** Requests as the contract has them: a page of them costs as many queries as one. */
final readonly class RequestResource
{
    /** @param Closure(): string $today in the business's time zone, "2026-03-31" */
    public function __construct(private SubscriptionRepository $subscriptions, private ClientRepository $clients, private ContactRepository $contacts, private Closure $today)
    {
    }

    /**
     * @param list<CancellationRequest> $requests
     * @return list<array<string, mixed>>
     */
    public function rows(array $requests, Viewer $viewer): array
    {
        $ids = static fn (callable $of): array => array_values(array_unique(array_map($of, $requests)));
        $subscriptions = $this->subscriptions->by_ids($ids(static fn (CancellationRequest $one): int => $one->subscription_id), $viewer);
        $client_ids = $ids(static fn (CancellationRequest $one): int => $one->client_id);
        $clients = $this->clients->by_ids($client_ids, $viewer);
        $names = [];
        foreach ($client_ids === [] ? [] : array_merge(...array_values($this->contacts->of_clients($client_ids, $viewer))) as $contact) {
            $names[$contact->id] = $contact->name;
        }

        return array_map(fn (CancellationRequest $one): array => [
            'id' => $one->id,
            'subscription' => ['id' => $one->subscription_id, 'name' => ($subscriptions[$one->subscription_id] ?? null)?->name() ?? ''],
            'client' => ['id' => $one->client_id, 'name' => $clients[$one->client_id]->name ?? ''],
            'contact' => $names[$one->contact_id] ?? '',
            'reason' => $one->reason,
            'wished_on' => $one->wished_on,
            'state' => $one->state->value,
            'answer' => $one->answer,
            'ends_on' => $one->ends_on,
            'period_end_on' => $this->period_end($subscriptions[$one->subscription_id] ?? null),
            'can_end_as_wished' => $one->is_open() && $this->can_end_on($subscriptions[$one->subscription_id] ?? null, $one->wished_on),
            'created_at' => Timestamps::to_wire($one->created_at),
            'decided_at' => $one->decided_at === null ? null : Timestamps::to_wire($one->decided_at),
        ], $requests);
    }

    /** @return array<string, mixed> */
    public function one(CancellationRequest $request, Viewer $viewer): array
    {
        return $this->rows([$request], $viewer)[0];
    }

    /** First day after what was billed, where that is ahead; null where it would end at once. */
    private function period_end(?Subscription $subscription): ?string
    {
        $day = $subscription?->after_billed();

        return $day !== null && $day > ($this->today)() ? $day : null;
    }

    private function can_end_on(?Subscription $subscription, ?string $day): bool
    {
        return $subscription !== null && $day !== null && $day > ($this->today)() && ($subscription->billed_until === null || $day > $subscription->billed_until);
    }
}
