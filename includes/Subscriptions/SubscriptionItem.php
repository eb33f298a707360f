<?php

declare(strict_types=1);

namespace Counterfoil\Subscriptions;

use Counterfoil\Invoices\Discount;
use Counterfoil\Invoices\InvoiceLine;
use Counterfoil\Invoices\Tax;

/** What is billed each period. Its words and its price are its own: they stay when the plan changes. */
final readonly class SubscriptionItem
{
    public function __construct(
        public ?int $plan_id,
        public string $description,
        /** A decimal string: "1", "6.5" */
        public string $quantity,
        /** Minor units of a whole period; with the tax in it when the subscription's tax mode is inclusive */
        public int $unit_price,
        /** Minor units, once, on the first bill */
        public int $setup_fee = 0,
        public ?Discount $discount = null,
        /** Null for the one that follows from the client and the settings on the day it is billed */
        public ?Tax $tax = null,
        public string $unit_code = '',
    ) {
    }

    /** @param array<string, string|null> $row */
    public static function from_row(array $row): self
    {
        return new self(
            $row['plan_id'] === null ? null : (int) $row['plan_id'],
            (string) $row['description'],
            (string) $row['quantity'],
            (int) $row['unit_price'],
            (int) $row['setup_fee'],
            Discount::from_row($row['discount']),
            $row['tax'] === null ? null : Tax::from_row(json_decode($row['tax'], true, 4, JSON_THROW_ON_ERROR)),
            (string) $row['unit_code'],
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
            'setup_fee' => $this->setup_fee,
            'discount' => $this->discount?->to_row(),
            'tax' => $this->tax === null ? null : json_encode(['name' => $this->tax->name, 'rate' => $this->tax->rate, 'category' => $this->tax->category?->value, 'reason_code' => $this->tax->reason_code, 'reason' => $this->tax->reason], JSON_THROW_ON_ERROR | JSON_UNESCAPED_UNICODE),
            'unit_code' => $this->unit_code,
        ];
    }

    /** @param int $unit_price minor units */
    public function at_price(int $unit_price): self
    {
        return new self(...['unit_price' => $unit_price] + get_object_vars($this));
    }

    /** @param int $setup_fee minor units */
    public function with_setup_fee(int $setup_fee): self
    {
        return new self(...['setup_fee' => $setup_fee] + get_object_vars($this));
    }

    public function with_tax(?Tax $tax): self
    {
        return new self(...['tax' => $tax] + get_object_vars($this));
    }

    /** As a line of a bill, of a whole period. */
    public function line(): InvoiceLine
    {
        return new InvoiceLine($this->plan_id, $this->description, $this->quantity, $this->unit_price, $this->discount, $this->tax, unit_code: $this->unit_code);
    }
}
