<?php

declare(strict_types=1);

namespace Counterfoil\Subscriptions\Renewals;

use Counterfoil\Clients\ClientRepository;
use Counterfoil\Shared\Overview\Notice;
use Counterfoil\Shared\Overview\Notices;
use Counterfoil\Shared\Overview\Opens;
use Counterfoil\Shared\Viewer;
use Counterfoil\Subscriptions\SubscriptionRepository;

/** Bills of subscriptions that can't be issued until somebody mends something, on the overview. */
final readonly class BlockedOnOverview
{
    /** Those that are named, the longest waiting first. */
    private const NAMED = 3;

    public function __construct(private RenewalRepository $renewals, private SubscriptionRepository $subscriptions, private ClientRepository $clients)
    {
    }

    /** @return list<Notices> */
    public function parts(Viewer $viewer): array
    {
        $blocked = $this->renewals->blocked($viewer, self::NAMED);
        if ($blocked === []) {
            return [];
        }
        $count = count($blocked) < self::NAMED ? count($blocked) : $this->renewals->count_blocked($viewer);

        return [new Notices(
            'blocked_renewals',
            /* translators: %s: number of invoices */
            sprintf(_n('%s invoice of a subscription can’t be issued.', '%s invoices of subscriptions can’t be issued.', $count, 'counterfoil'), number_format_i18n($count)),
            $this->named($blocked, $viewer)
        )];
    }

    /**
     * @param non-empty-list<Renewal> $blocked
     * @return list<Notice>
     */
    private function named(array $blocked, Viewer $viewer): array
    {
        $subscriptions = $this->subscriptions->by_ids(array_values(array_unique(array_merge(...array_map(static fn (Renewal $one): array => $one->subscription_ids(), $blocked)))), $viewer);
        $clients = $this->clients->by_ids(array_values(array_unique(array_map(static fn (Renewal $one): int => $one->client_id, $blocked))), $viewer);

        return array_map(static function (Renewal $one) use ($subscriptions, $clients): Notice {
            $id = $one->subscription_ids()[0] ?? 0;

            return new Notice(($subscriptions[$id] ?? null)?->name() ?? '', $clients[$one->client_id]->name ?? '', $one->blocked, new Opens("/subscriptions/{$id}"));
        }, $blocked);
    }
}
