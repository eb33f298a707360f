<?php

declare(strict_types=1);

namespace Counterfoil\Invoices;

use Counterfoil\Products\Plan;

/** One line. From a plan or free text, its words and its price are its own: they stay when the plan changes. */
final readonly class InvoiceLine
{
    /** UN/ECE recommendation 20: "one", which is what is meant where no unit is named. */
    public const ONE = 'C62';

    public function __construct(
        public ?int $plan_id,
        public string $description,
        /** A decimal string: "1", "6.5" */
        public string $quantity,
        /** Minor units; with the tax in it when the invoice's tax mode is inclusive; below zero when it credits something */
        public int $unit_price,
        public ?Discount $discount = null,
        public ?Tax $tax = null,
        /** Of a recurring plan: "month", and how many of them a period is */
        public ?string $interval_unit = null,
        public ?int $interval_count = null,
        /** Quantity times price less the line's discount; null while it is being typed */
        public ?int $amount = null,
        /** UN/ECE recommendation 20: "HUR" is an hour, "MON" a month; empty until of_plan() says it */
        public string $unit_code = self::ONE,
        /** First and last day on which it was supplied, "2026-03-31"; null where the invoice's own counts */
        public ?string $supply_from = null,
        public ?string $supply_to = null,
        /** What of its amount the bill's coupon takes off; minor units */
        public int $coupon_share = 0,
    ) {
    }

    /** @param array{plan_id: int|null, description: string, quantity: string, unit_price: int, discount: array{type: string, percent?: string, amount?: int}|null, tax: array{name: string, rate: string}|null, unit_code?: string, supply?: array{from: string|null, to: string|null}} $wire */
    public static function from_wire(array $wire): self
    {
        return new self(
            $wire['plan_id'],
            $wire['description'],
            $wire['quantity'],
            $wire['unit_price'],
            Discount::from_wire($wire['discount']),
            Tax::from_wire($wire['tax']),
            unit_code: $wire['unit_code'] ?? '',
            supply_from: $wire['supply']['from'] ?? null,
            supply_to: $wire['supply']['to'] ?? null,
        );
    }

    /** @param array<string, string|null> $row */
    public static function from_row(array $row): self
    {
        return new self(
            $row['plan_id'] === null ? null : (int) $row['plan_id'],
            (string) $row['description'],
            (string) $row['quantity'],
            (int) $row['unit_price'],
            Discount::from_row($row['discount']),
            $row['tax_name'] === null ? null : Tax::from_row([
                'name' => $row['tax_name'],
                'rate' => $row['tax_rate'],
                'category' => $row['tax_category'],
                'reason_code' => $row['tax_reason_code'],
                'reason' => $row['tax_reason'],
            ]),
            $row['interval_unit'],
            $row['interval_count'] === null ? null : (int) $row['interval_count'],
            (int) $row['amount'],
            (string) $row['unit_code'],
            $row['supply_from'],
            $row['supply_to'],
            (int) $row['coupon_share'],
        );
    }

    /** @return array<string, int|string|null> */
    public function to_row(): array
    {
        return [
            'plan_id' => $this->plan_id,
            'description' => $this->description,
            'quantity' => $this->quantity,
            'unit_price' => $this->unit_price,
            'discount' => $this->discount?->to_row(),
            'tax_name' => $this->tax?->name,
            'tax_rate' => $this->tax?->rate,
            'tax_category' => $this->tax?->category?->value,
            'tax_reason_code' => $this->tax->reason_code ?? '',
            'tax_reason' => $this->tax->reason ?? '',
            'amount' => (int) $this->amount,
            'coupon_share' => $this->coupon_share,
            'interval_unit' => $this->interval_unit,
            'interval_count' => $this->interval_count,
            'unit_code' => $this->unit_code,
            'supply_from' => $this->supply_from,
            'supply_to' => $this->supply_to,
        ];
    }

    public function with_amount(int $amount, int $coupon_share): self
    {
        return new self(...array_replace(get_object_vars($this), ['amount' => $amount, 'coupon_share' => $coupon_share]));
    }

    /** With what its plan says of it, where nobody said it on the line: a subscription may have another rhythm than its plan. */
    public function of_plan(?Plan $plan): self
    {
        $interval = $this->interval_unit === null ? $plan?->interval : null;
        $code = $this->unit_code !== '' ? $this->unit_code : ($plan?->unit_code() ?? self::ONE);

        return new self(...array_replace(get_object_vars($this), [
            'unit_code' => $code,
            'interval_unit' => $interval->unit ?? $this->interval_unit,
            'interval_count' => $interval->count ?? $this->interval_count,
        ]));
    }
}
