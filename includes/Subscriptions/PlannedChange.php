<?php

declare(strict_types=1);

namespace Counterfoil\Subscriptions;

use Counterfoil\Products\Interval;
use Counterfoil\Subscriptions\Periods\BillingDay;

/** What counts for a subscription from the first period on that begins on a day or later. */
final readonly class PlannedChange
{
    /** @param non-empty-list<SubscriptionItem> $items */
    public function __construct(
        /** "2026-03-31" */
        public string $on,
        public int $item_set,
        public array $items,
        public Interval $interval,
        /** The price rise that it is, or whose place it takes before that has come; null when it has nothing to do with one */
        public ?int $price_rise_id = null,
    ) {
    }

    /** @param non-empty-list<SubscriptionItem> $items the same with their taxes */
    public function with_items(array $items): self
    {
        return new self($this->on, $this->item_set, $items, $this->interval, $this->price_rise_id);
    }

    /**
     * The subscription as it is from a day on, which is the first of a period. In another rhythm its periods are counted from that
     * day; the day of the month stays the one they have always begun on, or are about to be brought to by a part of one.
     *
     * @param int|null $billing_day the client's, 1 to 31, for what had no day of the month
     */
    public function applied_to(Subscription $subscription, string $day, ?int $billing_day = null): Subscription
    {
        $changed = $subscription->with(['items' => $this->items, 'item_set' => $this->item_set, 'interval' => $this->interval, 'planned' => null]);
        if ($this->interval->to_wire() === $subscription->interval->to_wire()) {
            return $changed;
        }
        $counted = $changed->with(['anchor' => $day, 'anchor_day' => 0, 'next_index' => 0, 'part_from' => null]);
        $day_of_month = BillingDay::fits($subscription) ? $subscription->schedule()->day() : $billing_day;

        return $day_of_month !== null && BillingDay::fits($changed) ? BillingDay::align($counted, $day_of_month) : $counted;
    }
}
