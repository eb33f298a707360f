<?php

declare(strict_types=1);

namespace Counterfoil\Business;

/** A rate the business bills with, from its own short list. Invoices copy what it says. */
final readonly class TaxRate
{
    public function __construct(
        /** 0 for one that is not kept yet */
        public int $id,
        public string $name,
        /** ISO 3166-1 of where it is charged; may be empty */
        public string $country,
        /** EN 16931, BT-151: "S", "Z", "E" */
        public string $category,
        /** Percent, a decimal string, "23" */
        public string $rate,
        public string $reason_code = '',
        public string $reason = '',
    ) {
    }

    /** @return array<string, int|string> */
    public function to_array(): array
    {
        return get_object_vars($this);
    }
}
