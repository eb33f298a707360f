<?php

declare(strict_types=1);

namespace Counterfoil\Products;

use Counterfoil\Shared\Actor;
use Counterfoil\Shared\Change\Change;
use Counterfoil\Shared\Change\Changes;
use Counterfoil\Shared\DomainError;

/** A product's plans: added, copied, changed, put away. Invoices copy what a plan said; nothing here reaches them. */
final readonly class ChangePlan
{
    private const LONGEST_NAME = 190;

    public function __construct(
        private Changes $changes,
        private ProductRepository $products,
        private PlanRepository $plans,
    ) {
    }

    /** @throws DomainError 404 */
    public function create(int $product_id, PlanDetails $details, Actor $by): Plan
    {
        return $this->changes->run($by, function (Change $change) use ($product_id, $details): Plan {
            $plan = $this->plans->get($this->plans->insert($this->products->get($product_id)->id, $details));
            $this->record('plan.created', $plan, $change);
            /**
             * Fires after a plan is added to a product or duplicated.
             *
             * @param int $id id of the plan
             * @param int $product_id id of the plan's product
             * @since 0.2.0
             */
            $change->hook('plan_created', $plan->id, $plan->product_id);

            return $plan;
        });
    }

    /** @throws DomainError 404 */
    public function update(int $id, PlanDetails $details, Actor $by): Plan
    {
        return $this->changes->run($by, function (Change $change) use ($id, $details): Plan {
            $this->plans->update($this->plans->get($id)->id, $details);
            $plan = $this->plans->get($id);
            $this->record('plan.updated', $plan, $change);
            /**
             * Fires after a plan's name, price or billing interval changes. Existing invoices don't change.
             *
             * @param int $id id of the plan
             * @param int $product_id id of the plan's product
             * @since 0.2.0
             */
            $change->hook('plan_updated', $plan->id, $plan->product_id);

            return $plan;
        });
    }

    /** @throws DomainError 404 */
    public function duplicate(int $id, Actor $by): Plan
    {
        return $this->changes->run($by, function (Change $change) use ($id): Plan {
            $plan = $this->plans->get($id);
            /* translators: %s: name of what was copied */
            $pattern = __('%s (copy)', 'counterfoil');
            $name = sprintf($pattern, mb_substr($plan->name, 0, self::LONGEST_NAME - mb_strlen($pattern) + 2));
            $copy = $this->plans->get($this->plans->insert($plan->product_id, new PlanDetails($name, $plan->price, $plan->type, $plan->interval, $plan->unit, $plan->tax_rate_id, $plan->trial_days, $plan->setup_fee, $plan->cycles)));
            $this->record('plan.created', $copy, $change);
            /** This action is documented in includes/Products/ChangePlan.php */
            $change->hook('plan_created', $copy->id, $copy->product_id);

            return $copy;
        });
    }

    /** Twice is as good as once. @throws DomainError 404 */
    public function archive(int $id, Actor $by): Plan
    {
        return $this->changes->run($by, function (Change $change) use ($id): Plan {
            $plan = $this->plans->get($id);
            if ($this->plans->archive($id)) {
                $this->record('plan.archived', $plan, $change);
                /**
                 * Fires after a plan is archived.
                 *
                 * @param int $id id of the plan
                 * @param int $product_id id of the plan's product
                 * @since 0.2.0
                 */
                $change->hook('plan_archived', $plan->id, $plan->product_id);
            }

            return $this->plans->get($id);
        });
    }

    /** Twice is as good as once. @throws DomainError 404 */
    public function restore(int $id, Actor $by): Plan
    {
        return $this->changes->run($by, function (Change $change) use ($id): Plan {
            $plan = $this->plans->get($id);
            if ($plan->archived_at !== null) {
                $this->plans->restore($id);
                $this->record('plan.restored', $plan, $change);
                /**
                 * Fires after an archived plan is restored.
                 *
                 * @param int $id id of the plan
                 * @param int $product_id id of the plan's product
                 * @since 0.2.0
                 */
                $change->hook('plan_restored', $plan->id, $plan->product_id);
            }

            return $this->plans->get($id);
        });
    }

    /** @throws DomainError 404, 409 */
    public function delete(int $id, Actor $by): void
    {
        $this->changes->run($by, function (Change $change) use ($id): void {
            $plan = $this->plans->get($id);
            if (! $this->plans->delete_unused($id)) {
                throw DomainError::conflict('plan_used', __('This plan is used on an invoice and can’t be deleted. Archive it instead: it will no longer be offered, and existing invoices won’t change.', 'counterfoil'));
            }
            $this->record('plan.deleted', $plan, $change);
            /**
             * Fires after an unused plan is deleted.
             *
             * @param int $id id of the plan
             * @param int $product_id id of the plan's product
             * @since 0.2.0
             */
            $change->hook('plan_deleted', $plan->id, $plan->product_id);
        });
    }

    private function record(string $type, Plan $plan, Change $change): void
    {
        $change->event($type, [['product', $plan->product_id], ['plan', $plan->id]], null, ['name' => $plan->name]);
    }
}
