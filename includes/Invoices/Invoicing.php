<?php

declare(strict_types=1);

namespace Counterfoil\Invoices;

use Counterfoil\Documents\NumberFormat;
use Counterfoil\Documents\Restart;

/** How new invoices are made. */
final readonly class Invoicing
{
    public function __construct(
        /** In front of the number, "INV-"; may be empty */
        public string $prefix,
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
        /** What follows the prefix, "{year}-{number}" */
        public string $number_pattern = '{number}',
        public Restart $restart = Restart::Never,
    ) {
    }

    /** The usual one; null where none is set. */
    public function tax(): ?Tax
    {
        return $this->tax_name === '' ? null : new Tax($this->tax_name, $this->tax_rate);
    }

    public function format(): NumberFormat
    {
        return new NumberFormat($this->prefix, $this->minimum_digits, $this->number_pattern, $this->restart);
    }
}
