<?php

declare(strict_types=1);

namespace Counterfoil\Subscriptions\PriceRises;

use Counterfoil\Shared\Database\Condition;
use Counterfoil\Shared\Database\Database;
use Counterfoil\Shared\Viewer;
use Counterfoil\Subscriptions\SubscriptionStatus;

/** Subscriptions with an item of a plan that counts now. */
final readonly class OfPlan
{
    public function __construct(private Database $database)
    {
    }

    /** @return list<int> those for which a rise could be planned, oldest first */
    public function free(int $plan_id, Viewer $viewer, int $limit): array
    {
        return $this->some($plan_id, $viewer, new Condition("s.status = 'active' AND s.planned_set IS NULL AND s.held = 0 AND s.next_on IS NOT NULL"), $limit);
    }

    /** @return list<int> the others that have not ended, oldest first */
    public function others(int $plan_id, Viewer $viewer, int $limit): array
    {
        return $this->some($plan_id, $viewer, new Condition("s.status <> ? AND NOT (s.status = 'active' AND s.planned_set IS NULL AND s.held = 0 AND s.next_on IS NOT NULL)", [SubscriptionStatus::Ended->value]), $limit);
    }

    /** @return list<int> */
    private function some(int $plan_id, Viewer $viewer, Condition $which, int $limit): array
    {
        [$subscriptions, $items] = [$this->database->table('subscriptions'), $this->database->table('subscription_items')];
        $where = (new Condition('i.plan_id = ?', [$plan_id]))->and($which)->and($viewer->condition('s.client_id'));
        $rows = $this->database->rows("SELECT DISTINCT s.id FROM {$items} i JOIN {$subscriptions} s ON s.id = i.subscription_id AND s.item_set = i.item_set WHERE {$where->sql} ORDER BY s.id LIMIT ?", [...$where->arguments, $limit]);

        return array_map(static fn (array $row): int => (int) $row['id'], $rows);
    }
}
