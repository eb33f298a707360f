<?php

declare(strict_types=1);

namespace Counterfoil\Subscriptions\Mrr;

/** Recurring revenue of a month in one currency; minor units. */
final readonly class MrrMonth
{
    /** @param array<string, int> $moved how it moved in this month, by MrrKind's value; those of nothing may be left out */
    public function __construct(
        /** "2026-03" */
        public string $month,
        /** At its end, or now */
        public int $amount,
        /** How many subscriptions counted then */
        public int $subscriptions,
        public array $moved,
    ) {
    }

    public function moved(MrrKind $kind): int
    {
        return $this->moved[$kind->value] ?? 0;
    }
}
