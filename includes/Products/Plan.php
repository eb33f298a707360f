<?php

declare(strict_types=1);

namespace Counterfoil\Products;

use Counterfoil\Shared\Money\Money;
use DateTimeImmutable;

/** A price at which a product is billed. What was invoiced keeps the price it had. */
final readonly class Plan
{
    public function __construct(
        public int $id,
        public int $product_id,
        public string $name,
        public Money $price,
        public PlanType $type,
        /** Null for a one-time plan */
        public ?Interval $interval,
        public ?DateTimeImmutable $archived_at,
        public DateTimeImmutable $created_at,
        /** UN/ECE recommendation 20; empty for what follows from the interval */
        public string $unit = '',
        /** Of the business's list; null for the usual rate */
        public ?int $tax_rate_id = null,
        /** Days before the first paid one; 0 without a trial */
        public int $trial_days = 0,
        /** Minor units, once, on the first bill */
        public int $setup_fee = 0,
        /** How many periods it is billed for; null without end */
        public ?int $cycles = null,
    ) {
    }

    /** What its price is for, where nobody says another: an hour, a month; null where nothing follows from it. */
    public function unit_code(): ?string
    {
        return match (true) {
            $this->unit !== '' => $this->unit,
            $this->interval?->count !== 1 => null,
            default => ['day' => 'DAY', 'week' => 'WEE', 'month' => 'MON', 'year' => 'ANN'][$this->interval->unit] ?? null,
        };
    }
}
