<?php

declare(strict_types=1);

namespace Counterfoil\Subscriptions\Mrr;

use Brick\Math\BigRational;
use Brick\Math\RoundingMode;
use Counterfoil\Invoices\InvoiceLine;
use Counterfoil\Invoices\InvoiceTotals;
use Counterfoil\Products\Interval;
use Counterfoil\Subscriptions\Renewals\ItemTaxes;
use Counterfoil\Subscriptions\Subscription;
use Counterfoil\Subscriptions\SubscriptionItem;

/**
 * Monthly recurring revenue: what a whole period of a subscription brings without tax and set-up fees, less its discounts and a
 * coupon that counts forever, brought to a month: a year is 12 of them, a week 12/52 and a day 12/365 of one. Rounded once, half away from zero.
 */
final readonly class Mrr
{
    public function __construct(private ItemTaxes $taxes)
    {
    }

    /** Minor units, whether it counts today or not. Where tax is in its prices, that of today is taken out of them. */
    public function of(Subscription $subscription): int
    {
        $taxed = $this->taxes->within($subscription);
        $lines = array_map(static fn (SubscriptionItem $item): InvoiceLine => $item->line(), $taxed->items);

        // One that ends does not lower what it brings again and again.
        $lines = $taxed->coupon !== null && $taxed->coupon->periods === null ? array_values($taxed->coupon->off($lines, $taxed->tax_mode, $taxed->currency)) : $lines;

        return self::monthly(InvoiceTotals::of($lines, null, $taxed->tax_mode, $taxed->currency)->net, $taxed->interval);
    }

    /** @param int $net minor units of an interval */
    public static function monthly(int $net, Interval $interval): int
    {
        [$times, $of] = match ($interval->unit) {
            'day' => [365, 12],
            'week' => [52, 12],
            'month' => [1, 1],
            default => [1, 12],
        };

        return BigRational::nd($net * $times, $of * $interval->count)->toScale(0, RoundingMode::HALF_UP)->toInt();
    }
}
