<?php

declare(strict_types=1);

namespace Counterfoil\Invoices;

use Counterfoil\Documents\DocumentKind;

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
        /** What clients get who have no choice of their own: an invoice or a pro-forma */
        public DocumentKind $bill_as = DocumentKind::Invoice,
    ) {
    }

    /** The usual one; null where none is set. */
    public function tax(): ?Tax
    {
        return $this->tax_name === '' ? null : new Tax($this->tax_name, $this->tax_rate);
    }
}
