<?php

declare(strict_types=1);

namespace Counterfoil\Products;

use DateTimeImmutable;

/** What the agency sells, at one or more plans. */
final readonly class Product
{
    public function __construct(
        public int $id,
        public string $name,
        public string $description,
        /** An image of the media library */
        public ?int $image_id,
        public ?DateTimeImmutable $archived_at,
        public DateTimeImmutable $created_at,
    ) {
    }
}
