<?php

declare(strict_types=1);

namespace Counterfoil\Subscriptions\PriceRises;

use Brick\Math\BigDecimal;
use Brick\Math\RoundingMode;
use Counterfoil\Subscriptions\Subscription;
use Counterfoil\Subscriptions\SubscriptionItem;

/** What a rise means for one subscription. */
final readonly class PriceRise
{
    /** @param non-empty-list<SubscriptionItem> $items at their new prices */
    private function __construct(
        public Subscription $subscription,
        public array $items,
        /** The first day at the new price, "2026-03-31"; null where it is not billed again from then on */
        public ?string $first_on,
    ) {
    }

    /**
     * @param string $percent a decimal string, "7.5"
     * @param string $from the first period that begins on this day or later costs more
     */
    public static function of(Subscription $subscription, string $percent, string $from): self
    {
        $factor = BigDecimal::of($percent)->dividedBy(100, 6, RoundingMode::HALF_UP)->plus(1);
        $items = array_map(
            static fn (SubscriptionItem $item): SubscriptionItem => $item->at_price(BigDecimal::of($item->unit_price)->multipliedBy($factor)->toScale(0, RoundingMode::HALF_UP)->toInt()),
            $subscription->items
        );

        return new self($subscription, $items, self::first_period_from($subscription, $from));
    }

    /** @return array{int, int} minor units of a whole period, at the old price and at the new one */
    public function amounts(): array
    {
        return [array_sum($this->subscription->amounts()), array_sum($this->subscription->with(['items' => $this->items])->amounts())];
    }

    private static function first_period_from(Subscription $subscription, string $day): ?string
    {
        while (($period = $subscription->next()) !== null && $period->from < $day) {
            $subscription = $subscription->after($period);
        }

        return $period?->from;
    }
}
