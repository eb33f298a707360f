<?php

declare(strict_types=1);

namespace Counterfoil\Subscriptions\Periods;

use Counterfoil\Invoices\InvoiceLine;
use Counterfoil\Invoices\InvoiceTotals;
use Counterfoil\Subscriptions\Subscription;

/**
 * The lines that a period of a subscription is billed by: its items for its days, on the first bill with their set-up fees, and
 * nothing for the days of a trial. The same for billing and for looking ahead.
 */
final readonly class PeriodLines
{
    /**
     * @param bool $is_first whether it is the first of its subscription
     * @param bool $with_coupon whether the subscription's coupon counts for it
     * @return list<InvoiceLine> in the language that is switched on; none where nothing is to be billed
     */
    public static function of(Subscription $subscription, Period $period, bool $is_first, bool $with_coupon = false): array
    {
        $lines = [];
        foreach ($subscription->items as $i => $item) {
            if ($period->kind !== PeriodKind::Trial) {
                $lines["item:{$i}"] = $item->line();
            }
            if ($is_first && $item->setup_fee > 0) {
                $lines["fee:{$i}"] = new InvoiceLine(
                    null,
                    /* translators: %s: what is billed */
                    sprintf(__('Set-up fee: %s', 'counterfoil'), $item->description),
                    '1',
                    $item->setup_fee,
                    tax: $item->tax
                );
            }
        }
        $lines = $with_coupon && $subscription->coupon !== null ? $subscription->coupon->off($lines, $subscription->tax_mode, $subscription->currency) : $lines;

        return array_map(static fn (string $key, InvoiceLine $line): InvoiceLine => str_starts_with($key, 'item:') ? self::line($subscription, $line, $period) : $line, array_keys($lines), array_values($lines));
    }

    /** @return list<bool> for each of these lines, whether it is by days; a set-up fee is not */
    public static function by_days(Subscription $subscription, Period $period, bool $is_first): array
    {
        return array_map(static fn (InvoiceLine $line): bool => $line->supply_from !== null, self::of($subscription, $period, $is_first));
    }

    private static function line(Subscription $subscription, InvoiceLine $whole, Period $period): InvoiceLine
    {
        $days = ['supply_from' => $period->from, 'supply_to' => $period->to];
        if ($period->is_full()) {
            return new InvoiceLine(...$days + ['interval_unit' => $subscription->interval->unit, 'interval_count' => $subscription->interval->count] + get_object_vars($whole));
        }
        $amount = InvoiceTotals::of([$whole], null, $subscription->tax_mode, $subscription->currency)->amounts[0];

        return new InvoiceLine(
            $whole->plan_id,
            sprintf(
                /* translators: 1: what is billed, 2: number of days, 3: number of days of a whole period */
                _n('%1$s (%2$d of %3$d day)', '%1$s (%2$d of %3$d days)', $period->days_of_interval, 'counterfoil'),
                $whole->description,
                $period->days(),
                $period->days_of_interval
            ),
            '1',
            Share::of_first($amount, $period->days(), $period->days_of_interval),
            tax: $whole->tax,
            supply_from: $period->from,
            supply_to: $period->to,
        );
    }
}
