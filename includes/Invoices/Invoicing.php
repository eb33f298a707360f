<?php

declare(strict_types=1);

namespace Counterfoil\Invoices;

/** How new invoices are made. */
final readonly class Invoicing
{
    public function __construct(
        /** In front of the number, "INV-"; may be empty */
        public string $prefix,
        /** The number the next invoice gets when it is issued */
        public int $next_number,
        /** Numbers with fewer digits get zeros in front: 4 makes 12 "0012" */
        public int $minimum_digits,
        /** Days from issue to due, 0 for at once */
        public int $due_days,
        public string $footer,
        /** Default for new lines, "VAT"; empty for no tax */
        public string $tax_name,
        /** Percentage as a decimal string, "23" */
        public string $tax_rate,
        /** "exclusive" or "inclusive" */
        public string $tax_mode,
    ) {
    }

    /** "INV-0012" */
    public function number(int $series_number): string
    {
        return $this->prefix . str_pad((string) $series_number, $this->minimum_digits, '0', STR_PAD_LEFT);
    }
}
