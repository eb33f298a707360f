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
    ) {
    }
}
