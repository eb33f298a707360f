<?php

declare(strict_types=1);

namespace Counterfoil\Subscriptions\Coupons;

use Counterfoil\Coupons\Coupon;
use Counterfoil\Coupons\CouponDuration;
use Counterfoil\Coupons\CouponTerms;
use Counterfoil\Coupons\CouponWording;
use Counterfoil\Invoices\CreditNotes\LineShares;
use Counterfoil\Invoices\Discount;
use Counterfoil\Invoices\InvoiceLine;
use Counterfoil\Invoices\InvoiceTotals;
use Counterfoil\Invoices\TaxMode;
use Counterfoil\Products\Plan;
use Counterfoil\Shared\Money\Currency;

/**
 * A coupon of a subscription, copied from what it was when that started: later changes of the coupon change no subscription. It counts
 * for the first paid periods, a part of one is one of them, or for all.
 */
final readonly class SubscriptionCoupon
{
    /** @param list<int>|null $plan_ids what of it the coupon is for; null for all */
    private function __construct(
        public int $id,
        public string $code,
        public string $name,
        /** "12.5"; null for an amount */
        public ?string $percent,
        /** Minor units of a whole period; 0 for a percentage */
        public int $amount,
        public ?array $plan_ids,
        /** For how many periods in all; null for all there are */
        public ?int $periods,
        /** And for how many more */
        public ?int $left,
    ) {
    }

    /** @param list<Plan|null> $plans of the subscription's items */
    public static function of(Coupon $coupon, Currency $currency, array $plans): self
    {
        $terms = $coupon->terms;
        $is_for = array_filter($plans, static fn (?Plan $plan): bool => $plan !== null && $terms->is_for($plan->id, $plan->product_id));
        $periods = match ($terms->duration) {
            CouponDuration::Once => 1,
            CouponDuration::Cycles => (int) $terms->cycles,
            CouponDuration::Forever => null,
        };

        return new self(
            $coupon->id,
            $coupon->code,
            $coupon->name,
            $terms->percent,
            $terms->percent === null ? $terms->amounts[$currency->code] ?? 0 : 0,
            $terms->is_for_everything() ? null : array_values(array_unique(array_map(static fn (Plan $plan): int => $plan->id, $is_for))),
            $periods,
            $periods,
        );
    }

    public static function from_row(?string $json): ?self
    {
        return $json === null ? null : new self(...json_decode($json, true, 4, JSON_THROW_ON_ERROR));
    }

    public function to_row(): string
    {
        return json_encode(get_object_vars($this), JSON_THROW_ON_ERROR | JSON_UNESCAPED_UNICODE);
    }

    /** @return array{id: int, code: string, name: string, worth: string, periods: int|null, left: int|null} the contract's subscriptionCoupon */
    public function to_wire(Currency $currency): array
    {
        return [
            'id' => $this->id,
            'code' => $this->code,
            'name' => $this->name,
            'worth' => $this->worth($currency),
            'periods' => $this->periods,
            'left' => $this->left,
        ];
    }

    /** "20% off", "€10.00 off" */
    public function worth(Currency $currency): string
    {
        return CouponWording::worth(new CouponTerms($this->percent, $this->percent === null ? [$currency->code => $this->amount] : []));
    }

    public function is_for(?int $plan_id): bool
    {
        return $this->plan_ids === null || in_array($plan_id, $this->plan_ids, true);
    }

    /** Whether it counts for the next paid period. */
    public function counts(): bool
    {
        return $this->left === null || $this->left > 0;
    }

    /** As it is once it was on a bill; and, by a step below zero, once that bill is replaced by another one. */
    public function used(int $times = 1): self
    {
        return $this->left === null ? $this : new self(...['left' => max(0, $this->left - $times)] + get_object_vars($this));
    }

    /**
     * What it takes off the lines of a whole period, as discounts of these lines.
     *
     * @template K of array-key
     * @param array<K, InvoiceLine> $lines
     * @return array<K, InvoiceLine>
     */
    public function off(array $lines, TaxMode $mode, Currency $currency): array
    {
        $amounts = array_combine(array_keys($lines), InvoiceTotals::of(array_values($lines), null, $mode, $currency)->amounts);
        $of = array_filter($amounts, fn (int $amount, int|string $key): bool => $amount > 0 && $this->is_for($lines[$key]->plan_id), ARRAY_FILTER_USE_BOTH);
        $shares = $this->percent === null
            ? LineShares::of(min($this->amount, array_sum($of)), $of)
            : array_map(fn (int $amount): int => Discount::percent((string) $this->percent)->percent_of($amount), $of);
        foreach ($shares as $key => $share) {
            $lines[$key] = $share === 0 ? $lines[$key] : $this->lowered($lines[$key], $share, $amounts[$key], $mode, $currency);
        }

        return $lines;
    }

    /** @param int $amount the line's, less its own discount */
    private function lowered(InvoiceLine $line, int $share, int $amount, TaxMode $mode, Currency $currency): InvoiceLine
    {
        $without = new InvoiceLine(...['discount' => null] + get_object_vars($line));
        $discount = $line->discount === null && $this->percent !== null
            ? Discount::percent($this->percent)
            : Discount::amount(InvoiceTotals::of([$without], null, $mode, $currency)->amounts[0] - $amount + $share);

        /* translators: 1: what is billed, 2: code of a coupon */
        return new InvoiceLine(...['discount' => $discount, 'description' => sprintf(__('%1$s (coupon %2$s)', 'counterfoil'), $line->description, $this->code)] + get_object_vars($line));
    }
}
