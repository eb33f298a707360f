<?php

declare(strict_types=1);

namespace Counterfoil\Subscriptions\Requests;

use Counterfoil\Clients\ClientRepository;
use Counterfoil\Shared\Calendar;
use Counterfoil\Shared\Clock\SiteDay;
use Counterfoil\Shared\Database\Keyset;
use Counterfoil\Shared\Overview\Notice;
use Counterfoil\Shared\Overview\Notices;
use Counterfoil\Shared\Overview\Opens;
use Counterfoil\Shared\Overview\Tone;
use Counterfoil\Shared\Viewer;
use Counterfoil\Subscriptions\SubscriptionRepository;

/** Clients who ask to cancel and wait for an answer, on the overview. */
final readonly class RequestsOnOverview
{
    /** Those that are named, the longest waiting first; the list has all. */
    private const NAMED = 3;

    public function __construct(private RequestRepository $requests, private SubscriptionRepository $subscriptions, private ClientRepository $clients)
    {
    }

    /** @return list<Notices> */
    public function parts(Viewer $viewer): array
    {
        $requests = $this->requests->page(true, $viewer, new Keyset('id', false), self::NAMED, null)['requests'];
        if ($requests === []) {
            return [];
        }
        $count = count($requests) < self::NAMED ? count($requests) : $this->requests->count_open($viewer);

        return [new Notices(
            'cancellation_requests',
            /* translators: %s: number of requests */
            sprintf(_n('%s cancellation request is waiting for your answer.', '%s cancellation requests are waiting for your answer.', $count, 'counterfoil'), number_format_i18n($count)),
            $this->named($requests, $viewer),
            __('Open cancellation requests', 'counterfoil'),
            new Opens('/subscriptions', ['tab' => 'requested']),
            Tone::Plain
        )];
    }

    /**
     * @param non-empty-list<CancellationRequest> $requests
     * @return list<Notice>
     */
    private function named(array $requests, Viewer $viewer): array
    {
        $subscriptions = $this->subscriptions->by_ids(array_map(static fn (CancellationRequest $one): int => $one->subscription_id, $requests), $viewer);
        $clients = $this->clients->by_ids(array_map(static fn (CancellationRequest $one): int => $one->client_id, $requests), $viewer);

        return array_map(static fn (CancellationRequest $one): Notice => new Notice(
            ($subscriptions[$one->subscription_id] ?? null)?->name() ?? '',
            $clients[$one->client_id]->name ?? '',
            $one->wished_on === null
                ? __('As soon as possible', 'counterfoil')
                /* translators: %s: date */
                : sprintf(__('Last day: %s.', 'counterfoil'), SiteDay::of(Calendar::add_days($one->wished_on, -1))),
            new Opens("/subscriptions/{$one->subscription_id}")
        ), $requests);
    }
}
