<?php

declare(strict_types=1);

namespace Counterfoil\Products;

use Counterfoil\Shared\Database\Condition;

/** What products ask of those who bill plans: what was ever used is archived, never deleted. */
interface PlanUses
{
    /**
     * True for a plan that stands on a document, drafts too. A condition, so that "is it used?" and "delete it" are one
     * statement, which nobody comes between.
     *
     * @param string $plan_id the column of the plan's id in the statement it becomes a part of
     */
    public function of(string $plan_id): Condition;
}
