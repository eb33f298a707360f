<?php

declare(strict_types=1);

namespace Counterfoil\Invoices;

/** How new invoices are made. */
final readonly class Invoicing
{
    public function __construct(
        /** Days from issue to due, 0 for at once */
        public int $due_days,
        /** Default for new lines, "VAT"; empty for no tax */
        public string $tax_name,
        /** Percentage as a decimal string, "23" */
        public string $tax_rate,
        /** "exclusive" or "inclusive" */
        public string $tax_mode,
    ) {
    }

    /** The usual one; null where none is set. */
    public function tax(): ?Tax
    {
        return $this->tax_name === '' ? null : new Tax($this->tax_name, $this->tax_rate);
    }
}
