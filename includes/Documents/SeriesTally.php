<?php

declare(strict_types=1);

namespace Counterfoil\Documents;

/** What there is of one series: from which number to which, how many documents, and how many of them are void. */
final readonly class SeriesTally
{
    public function __construct(
        /** As it is written, "INV-0001"; empty for a series without documents */
        public string $first,
        public string $last,
        public int $count,
        public int $voided,
    ) {
    }
}
