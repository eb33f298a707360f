<?php

declare(strict_types=1);

namespace Counterfoil\Coupons;

use Counterfoil\Shared\Money\Currency;
use Counterfoil\Shared\Money\Money;

/** What a coupon is worth, for what, and for how long. Pure. */
final readonly class CouponTerms
{
    /**
     * @param string|null $percent "12.5"; null when it is an amount
     * @param array<string, int> $amounts minor units by currency; empty when it is a percentage
     * @param int|null $cycles bills of a subscription, for CouponDuration::Cycles
     * @param list<int> $product_ids only plans of these; with $plan_ids empty too: everything
     * @param list<int> $plan_ids and these
     */
    public function __construct(
        public ?string $percent,
        public array $amounts,
        public CouponDuration $duration = CouponDuration::Once,
        public ?int $cycles = null,
        public array $product_ids = [],
        public array $plan_ids = [],
    ) {
    }

    /** An amount is one of certain currencies; a percentage is one of any. */
    public function has_currency(Currency $currency): bool
    {
        return $this->percent !== null || isset($this->amounts[$currency->code]);
    }

    public function is_for_everything(): bool
    {
        return $this->product_ids === [] && $this->plan_ids === [];
    }

    /** What is typed freely is of no plan: a coupon for chosen products is not for it. */
    public function is_for(?int $plan_id, ?int $product_id): bool
    {
        return $this->is_for_everything() || in_array($plan_id, $this->plan_ids, true) || in_array($product_id, $this->product_ids, true);
    }

    /**
     * Whether it still counts on a subscription's bill.
     *
     * @param int $cycle counted from 1, the first bill that it was on
     */
    public function is_for_cycle(int $cycle): bool
    {
        return match ($this->duration) {
            CouponDuration::Once => $cycle === 1,
            CouponDuration::Cycles => $cycle <= (int) $this->cycles,
            CouponDuration::Forever => true,
        };
    }

    /** @return list<Money> by currency; empty when it is a percentage */
    public function money(): array
    {
        return array_map(static fn (string $code, int $amount): Money => Money::of($amount, $code), array_keys($this->amounts), $this->amounts);
    }
}
