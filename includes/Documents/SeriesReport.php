<?php

declare(strict_types=1);

namespace Counterfoil\Documents;

/** What was found about one series. */
final readonly class SeriesReport
{
    /**
     * @param list<array{first: int, last: int}> $gaps numbers that were given and that no document has
     * @param list<array{first: int, last: int}> $skipped numbers that somebody left out on purpose
     */
    public function __construct(
        public DocumentKind $kind,
        public string $period,
        /** The number the next document gets */
        public int $next_number,
        /** The highest one that a document has */
        public int $highest,
        public array $gaps,
        public array $skipped,
        public SeriesTally $tally,
    ) {
    }

    public function is_sound(): bool
    {
        return $this->gaps === [] && $this->next_number > $this->highest;
    }
}
