<?php

declare(strict_types=1);

namespace Counterfoil\Invoices\CreditNotes;

/** The last parts of a line of an invoice: 12 of its 30 days. */
final readonly class CreditPart
{
    public function __construct(
        /** Of the line, from 0 */
        public int $position,
        /** How many of its parts, counted from its end */
        public int $count,
        /** How many parts it has */
        public int $of,
        /** What the credit note says of it, in the invoice's language */
        public string $description,
    ) {
    }
}
