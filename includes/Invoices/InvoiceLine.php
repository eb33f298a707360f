<?php

declare(strict_types=1);

namespace Counterfoil\Invoices;

/** One line. From a plan or free text, its words and its price are its own: they stay when the plan changes. */
final readonly class InvoiceLine
{
    public function __construct(
        public ?int $plan_id,
        public string $description,
        /** A decimal string: "1", "6.5" */
        public string $quantity,
        /** Minor units; with the tax in it when the invoice's tax mode is inclusive */
        public int $unit_price,
        public ?Discount $discount = null,
        public ?Tax $tax = null,
        /** Of a recurring plan: "month", and how many of them a period is */
        public ?string $interval_unit = null,
        public ?int $interval_count = null,
        /** Quantity times price less the line's discount; null while it is being typed */
        public ?int $amount = null,
    ) {
    }

    /** @param array{plan_id: int|null, description: string, quantity: string, unit_price: int, discount: array{type: string, percent?: string, amount?: int}|null, tax: array{name: string, rate: string}|null} $wire */
    public static function from_wire(array $wire): self
    {
        return new self(
            $wire['plan_id'],
            $wire['description'],
            $wire['quantity'],
            $wire['unit_price'],
            Discount::from_wire($wire['discount']),
            Tax::from_wire($wire['tax']),
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
            $row['tax_name'] === null ? null : new Tax($row['tax_name'], (string) $row['tax_rate']),
            $row['interval_unit'],
            $row['interval_count'] === null ? null : (int) $row['interval_count'],
            (int) $row['amount'],
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
            'amount' => (int) $this->amount,
            'interval_unit' => $this->interval_unit,
            'interval_count' => $this->interval_count,
        ];
    }

    public function with_amount(int $amount): self
    {
        return new self($this->plan_id, $this->description, $this->quantity, $this->unit_price, $this->discount, $this->tax, $this->interval_unit, $this->interval_count, $amount);
    }

    public function every(string $unit, int $count): self
    {
        return new self($this->plan_id, $this->description, $this->quantity, $this->unit_price, $this->discount, $this->tax, $unit, $count, $this->amount);
    }
}
