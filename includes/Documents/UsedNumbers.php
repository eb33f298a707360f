<?php

declare(strict_types=1);

namespace Counterfoil\Documents;

/** What the series ask of those who keep the numbered documents. */
interface UsedNumbers
{
    /** The highest number a document of this series has; 0 when none has one. */
    public function highest(DocumentKind $kind, string $period): int;

    /** Whether a document of this kind has this very number, "INV-0012", from whatever period. */
    public function is_taken(DocumentKind $kind, string $number): bool;

    /** @return list<string> periods of which there are numbers */
    public function periods(DocumentKind $kind): array;

    /** @return list<array{first: int, last: int}> numbers below the highest that no document has, in their order */
    public function missing(DocumentKind $kind, string $period): array;

    public function tally(DocumentKind $kind, string $period): SeriesTally;
}
