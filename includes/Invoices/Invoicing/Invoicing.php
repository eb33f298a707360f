<?php

declare(strict_types=1);

namespace Counterfoil\Invoices\Invoicing;

use Counterfoil\Documents\DocumentKind;

/** How new invoices are made. */
final readonly class Invoicing
{
    public function __construct(
        /** Days from issue to due, 0 for at once */
        public int $due_days,
        /** "exclusive" or "inclusive" */
        public string $tax_mode,
        /** What clients get who have no choice of their own: an invoice or a pro-forma */
        public DocumentKind $bill_as = DocumentKind::Invoice,
    ) {
    }
}
