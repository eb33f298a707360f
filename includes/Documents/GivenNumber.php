<?php

declare(strict_types=1);

namespace Counterfoil\Documents;

/** A number of a series: the 42nd of the invoices of 2026 is "INV-2026-0042". */
final readonly class GivenNumber
{
    public function __construct(
        public DocumentKind $kind,
        /** "" for a series that never begins anew, "2026", "2026-11" */
        public string $period,
        public int $sequence,
        public string $text,
    ) {
    }
}
