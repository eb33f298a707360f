<?php

declare(strict_types=1);

namespace Counterfoil\Subscriptions;

use Counterfoil\Products\PlanUses;
use Counterfoil\Shared\Database\Condition;
use Counterfoil\Shared\Database\Database;

/** Which plans stand on a document or are subscribed to, whatever has become of the subscription. */
final readonly class PlansInUse implements PlanUses
{
    public function __construct(private Database $database, private PlanUses $on_documents)
    {
    }

    public function of(string $plan_id): Condition
    {
        $items = $this->database->table('subscription_items');

        return Condition::any([$this->on_documents->of($plan_id), new Condition("EXISTS (SELECT 1 FROM {$items} WHERE {$items}.plan_id = {$plan_id})")]);
    }
}
