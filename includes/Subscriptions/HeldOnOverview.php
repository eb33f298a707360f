<?php

declare(strict_types=1);

namespace Counterfoil\Subscriptions;

use Counterfoil\Clients\ClientRepository;
use Counterfoil\Shared\Clock\SiteDay;
use Counterfoil\Shared\Overview\Notice;
use Counterfoil\Shared\Overview\Notices;
use Counterfoil\Shared\Overview\Opens;
use Counterfoil\Shared\Viewer;

/** Subscriptions of which so much is behind that nothing is billed before the agency has said what, on the overview. */
final readonly class HeldOnOverview
{
    /** Those that are named, the longest unbilled first. */
    private const NAMED = 3;

    public function __construct(private SubscriptionsQuery $query, private ClientRepository $clients)
    {
    }

    /** @return list<Notices> */
    public function parts(Viewer $viewer): array
    {
        $held = $this->query->held($viewer, self::NAMED);
        if ($held === []) {
            return [];
        }
        $count = count($held) < self::NAMED ? count($held) : $this->query->count_held($viewer);
        $clients = $this->clients->by_ids(array_map(static fn (Subscription $one): int => $one->client_id, $held), $viewer);

        return [new Notices(
            'held_subscriptions',
            /* translators: %s: number of subscriptions */
            sprintf(_n('%s subscription is on hold until you choose what to bill.', '%s subscriptions are on hold until you choose what to bill.', $count, 'counterfoil'), number_format_i18n($count)),
            array_map(static fn (Subscription $one): Notice => new Notice(
                $one->name(),
                $clients[$one->client_id]->name ?? '',
                /* translators: %s: date */
                $one->billed_until === null ? __('Not billed yet.', 'counterfoil') : sprintf(__('Billed until %s.', 'counterfoil'), SiteDay::of($one->billed_until)),
                new Opens("/subscriptions/{$one->id}")
            ), $held)
        )];
    }
}
