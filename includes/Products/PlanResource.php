<?php

declare(strict_types=1);

namespace Counterfoil\Products;

use Counterfoil\Shared\Clock\Timestamps;
use Counterfoil\Shared\Money\MoneyFormat;

/** A plan as the contract has it. */
final readonly class PlanResource
{
    public function __construct(private PlanRepository $plans)
    {
    }

    /** @return array<string, mixed> */
    public function one(Plan $plan): array
    {
        return $this->to_wire($plan, in_array($plan->id, $this->plans->used_of_products([$plan->product_id]), true));
    }

    /** @return array<string, mixed> */
    public function to_wire(Plan $plan, bool $is_used): array
    {
        return [
            'id' => $plan->id,
            'product_id' => $plan->product_id,
            'name' => $plan->name,
            'price' => $plan->price->to_wire(),
            'type' => $plan->type->value,
            'interval' => $plan->interval?->to_wire(),
            'unit_code' => $plan->unit,
            'tax_rate_id' => $plan->tax_rate_id,
            'sentence' => $this->sentence($plan),
            'is_used' => $is_used,
            'archived_at' => $plan->archived_at === null ? null : Timestamps::to_wire($plan->archived_at),
            'created_at' => Timestamps::to_wire($plan->created_at),
        ];
    }

    /** "$25.00 every month", in the language of whoever reads it. */
    public function sentence(Plan $plan): string
    {
        $price = (new MoneyFormat(determine_locale()))->money($plan->price);

        return $plan->interval === null
            /* translators: %s: an amount of money, "$25.00" */
            ? sprintf(__('%s once', 'counterfoil'), $price)
            /* translators: 1: an amount of money, "$25.00", 2: how often, "every month" */
            : sprintf(_x('%1$s %2$s', 'price and interval', 'counterfoil'), $price, $plan->interval->sentence());
    }
}
