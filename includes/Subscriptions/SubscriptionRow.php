<?php

declare(strict_types=1);

namespace Counterfoil\Subscriptions;

use Counterfoil\Invoices\TaxMode;
use Counterfoil\Products\Interval;
use Counterfoil\Shared\Clock\Timestamps;
use Counterfoil\Shared\Money\Currency;
use Counterfoil\Subscriptions\Coupons\SubscriptionCoupon;

/** A subscription as the database has it. */
final readonly class SubscriptionRow
{
    /**
     * @param array<string, string|null> $row
     * @param non-empty-list<SubscriptionItem> $items
     * @param list<SubscriptionItem> $planned_items
     */
    public static function read(array $row, array $items, array $planned_items): Subscription
    {
        $number = static fn (string $column): ?int => $row[$column] === null ? null : (int) $row[$column];

        return new Subscription(
            (int) $row['id'],
            (int) $row['client_id'],
            $number('website_id'),
            Currency::of((string) $row['currency']),
            TaxMode::from((string) $row['tax_mode']),
            new Interval((string) $row['interval_unit'], (int) $row['interval_count']),
            $items,
            (string) $row['started_on'],
            (string) $row['anchor'],
            Timestamps::from_row((string) $row['created_at']),
            (int) $row['anchor_day'],
            SubscriptionStatus::from((string) $row['status']),
            $row['trial_until'],
            (int) $row['next_index'],
            $row['part_from'],
            (int) $row['claimed'],
            $row['billed_until'],
            $number('cycles'),
            $row['ends_on'],
            $row['ended_on'],
            $row['resume_on'],
            (bool) (int) $row['held'],
            $row['confirmed_until'],
            $number('method_id'),
            $number('origin_invoice_id'),
            $row['origin_key'],
            (int) $row['version'],
            $number('mrr'),
            (int) $row['item_set'],
            self::planned($row, $planned_items),
            Term::from_row($row),
            SubscriptionCoupon::from_row($row['coupon']),
        );
    }

    /**
     * @param array<string, string|null> $row
     * @param list<SubscriptionItem> $items
     */
    private static function planned(array $row, array $items): ?PlannedChange
    {
        $interval = Interval::from_row($row['planned_unit'], $row['planned_count']);

        return $interval === null || $items === [] ? null : new PlannedChange((string) $row['planned_on'], (int) $row['planned_set'], $items, $interval, $row['price_rise_id'] === null ? null : (int) $row['price_rise_id']);
    }

    /** @return array<string, int|string|null> all that may change, and next_on and act_on, which follow from it */
    public static function of(Subscription $subscription): array
    {
        return [
            'website_id' => $subscription->website_id,
            'interval_unit' => $subscription->interval->unit,
            'interval_count' => $subscription->interval->count,
            'status' => $subscription->status->value,
            'trial_until' => $subscription->trial_until,
            'anchor' => $subscription->anchor,
            'anchor_day' => $subscription->anchor_day,
            'next_index' => $subscription->next_index,
            'part_from' => $subscription->part_from,
            'claimed' => $subscription->claimed,
            'billed_until' => $subscription->billed_until,
            'cycles' => $subscription->cycles,
            'ends_on' => $subscription->ends_on,
            'ended_on' => $subscription->ended_on,
            'resume_on' => $subscription->resume_on,
            'held' => $subscription->is_held ? 1 : 0,
            'confirmed_until' => $subscription->confirmed_until,
            'method_id' => $subscription->method_id,
            'next_on' => $subscription->next_on(),
            'act_on' => $subscription->act_on(),
            'mrr' => $subscription->mrr,
            'item_set' => $subscription->item_set,
            'planned_on' => $subscription->planned?->on,
            'planned_set' => $subscription->planned?->item_set,
            'planned_unit' => $subscription->planned?->interval->unit,
            'planned_count' => $subscription->planned?->interval->count,
            'price_rise_id' => $subscription->planned?->price_rise_id,
            'term_months' => $subscription->term->months ?? 0,
            'notice_days' => $subscription->term->notice_days ?? 0,
            'coupon' => $subscription->coupon?->to_row(),
            'term_renews' => $subscription->term?->renews === true ? 1 : 0,
        ];
    }
}
