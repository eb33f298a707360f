<?php

declare(strict_types=1);

namespace Counterfoil\Products;

use Counterfoil\Shared\Clock\Timestamps;
use Counterfoil\Shared\Money\Money;
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
            'trial_days' => $plan->trial_days,
            'setup_fee' => (new Money($plan->setup_fee, $plan->price->currency))->to_wire(),
            'cycles' => $plan->cycles,
            'sentence' => $this->sentence($plan),
            'is_used' => $is_used,
            'archived_at' => $plan->archived_at === null ? null : Timestamps::to_wire($plan->archived_at),
            'created_at' => Timestamps::to_wire($plan->created_at),
        ];
    }

    /** "$25.00 every month, 14 days free, $50.00 set-up fee", in the language of whoever reads it. */
    public function sentence(Plan $plan): string
    {
        $format = new MoneyFormat(determine_locale());
        $price = $format->money($plan->price);
        if ($plan->interval === null) {
            /* translators: %s: an amount of money, "$25.00" */
            return sprintf(__('%s once', 'counterfoil'), $price);
        }

        return implode(', ', array_filter([
            /* translators: 1: an amount of money, "$25.00", 2: how often, "every month" */
            sprintf(_x('%1$s %2$s', 'price and interval', 'counterfoil'), $price, $plan->interval->sentence()),
            /* translators: %d: number of days */
            $plan->trial_days === 0 ? '' : sprintf(_n('%d day free', '%d days free', $plan->trial_days, 'counterfoil'), $plan->trial_days),
            /* translators: %s: an amount of money, "$50.00" */
            $plan->setup_fee === 0 ? '' : sprintf(__('%s set-up fee', 'counterfoil'), $format->money(new Money($plan->setup_fee, $plan->price->currency))),
            /* translators: %d: how often it is billed before it ends */
            $plan->cycles === null ? '' : sprintf(_n('billed %d time', 'billed %d times', $plan->cycles, 'counterfoil'), $plan->cycles),
        ]));
    }
}
