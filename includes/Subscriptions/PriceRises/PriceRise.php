<?php

declare(strict_types=1);

namespace Counterfoil\Subscriptions\PriceRises;

use Counterfoil\Shared\Money\Money;
use Counterfoil\Subscriptions\Periods\PeriodKind;
use Counterfoil\Subscriptions\Subscription;
use Counterfoil\Subscriptions\SubscriptionItem;
use Counterfoil\Subscriptions\SubscriptionStatus;

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
     * @param int|null $plan_id only what is of this plan costs more; null for all of it
     * @param string $from the first period that begins on this day or later costs more
     */
    public static function of(Subscription $subscription, Increase $increase, ?int $plan_id, string $from): self
    {
        $items = array_map(
            static fn (SubscriptionItem $item): SubscriptionItem => $plan_id !== null && $item->plan_id !== $plan_id ? $item : $item->at_price($increase->of($item->unit_price, $subscription->currency)),
            $subscription->items
        );

        return new self($subscription, $items, self::first_period_from($subscription, $from));
    }

    /** Why it can't be; a sentence with a place for the subscription's name, empty where it can. */
    public function refusal(Increase $increase): string
    {
        $of = $this->subscription;
        [$old, $new] = $this->amounts();

        return match (true) {
            $of->status === SubscriptionStatus::Ended, $this->first_on === null => __('%s isn’t billed again from that day on. Leave it out.', 'counterfoil'),
            $of->status === SubscriptionStatus::Paused => __('%s is paused. Leave it out, and change its price when it resumes.', 'counterfoil'),
            $of->is_held => __('%s is on hold. Decide first what is billed of it, or leave it out.', 'counterfoil'),
            $of->planned !== null => __('A change is planned for %s already. Withdraw it first, or leave it out.', 'counterfoil'),
            /* translators: %s: what is subscribed to */
            ! $increase->has_currency($of->currency) => __('%s is billed in another currency. Add an amount in that currency, or leave it out.', 'counterfoil'),
            /* translators: %s: what is subscribed to */
            $new <= $old => __('%s would cost the same as before. Leave it out.', 'counterfoil'),
            /* translators: %s: what is subscribed to */
            $new > Money::MAX => __('%s would cost more than any invoice can hold. Leave it out.', 'counterfoil'),
            default => '',
        };
    }

    /** @return array{int, int} minor units of a whole period, at the old price and at the new one */
    public function amounts(): array
    {
        return [array_sum($this->subscription->amounts()), array_sum($this->subscription->with(['items' => $this->items])->amounts())];
    }

    private static function first_period_from(Subscription $subscription, string $day): ?string
    {
        while (($period = $subscription->next()) !== null && $period->from < $day) {
            // In one go to the one that the day is in: it may be thousands of periods away.
            $index = $subscription->schedule()->index_at($day);
            $subscription = $period->kind === PeriodKind::Full && $index > $period->index ? $subscription->with(['next_index' => $index]) : $subscription->after($period);
        }

        return $period?->from;
    }
}
