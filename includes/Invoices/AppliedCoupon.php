<?php

declare(strict_types=1);

namespace Counterfoil\Invoices;

use Counterfoil\Coupons\Coupon;
use Counterfoil\Products\Plan;
use Counterfoil\Shared\Money\Currency;
use Counterfoil\Shared\Money\Money;

/** A coupon on a bill: copied from what it was when the draft was saved, so that what was looked at is what is issued. */
final readonly class AppliedCoupon
{
    private function __construct(
        public int $id,
        public string $code,
        /** Shown on the bill */
        public string $name,
        /** Off what it is for: "12.5", or an amount of the bill's currency in minor units */
        private Discount $discount,
        /** @var list<int>|null the plans on this bill that it is for; null for all of the bill, also lines without a plan */
        private ?array $plan_ids,
        /** What it took off, minor units; 0 before the totals are known */
        public int $amount = 0,
    ) {
    }

    /** @param list<Plan|null> $plans of the bill's lines */
    public static function of(Coupon $coupon, Currency $currency, array $plans): self
    {
        $terms = $coupon->terms;
        $is_for = array_filter($plans, static fn (?Plan $plan): bool => $plan !== null && $terms->is_for($plan->id, $plan->product_id));

        return new self(
            $coupon->id,
            $coupon->code,
            $coupon->name,
            $terms->percent !== null ? Discount::percent($terms->percent) : Discount::amount($terms->amounts[$currency->code] ?? 0),
            $terms->is_for_everything() ? null : array_values(array_unique(array_map(static fn (Plan $plan): int => $plan->id, $is_for))),
        );
    }

    public static function from_row(?string $json): ?self
    {
        if ($json === null) {
            return null;
        }
        /** @var array{id: int, code: string, name: string, discount: array{type: string, percent?: string, amount?: int}, plan_ids: list<int>|null, amount: int} $row */
        $row = json_decode($json, true, 8, JSON_THROW_ON_ERROR);

        return new self($row['id'], $row['code'], $row['name'], Discount::from_wire($row['discount']) ?? Discount::amount(0), $row['plan_ids'], $row['amount']);
    }

    public function to_row(): string
    {
        return json_encode(
            ['id' => $this->id, 'code' => $this->code, 'name' => $this->name, 'discount' => $this->discount->to_wire(), 'plan_ids' => $this->plan_ids, 'amount' => $this->amount],
            JSON_THROW_ON_ERROR | JSON_UNESCAPED_UNICODE
        );
    }

    /** @return array{id: int, code: string, name: string, amount: array{amount: int, currency: string}} the contract's appliedCoupon */
    public function to_wire(Currency $currency): array
    {
        return ['id' => $this->id, 'code' => $this->code, 'name' => $this->name, 'amount' => (new Money($this->amount, $currency))->to_wire()];
    }

    public function is_for(InvoiceLine $line): bool
    {
        return $this->plan_ids === null || in_array($line->plan_id, $this->plan_ids, true);
    }

    /** What it takes off lines that come to so much, never more than that. Minor units. */
    public function off(int $sum): int
    {
        return $this->discount->percent !== null ? $this->discount->percent_of($sum) : min((int) $this->discount->amount, $sum);
    }

    public function with_amount(int $amount): self
    {
        return new self(...array_replace(get_object_vars($this), ['amount' => $amount]));
    }
}
