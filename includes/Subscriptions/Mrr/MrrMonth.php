<?php

declare(strict_types=1);

namespace Counterfoil\Subscriptions\Mrr;

use Counterfoil\Shared\Calendar;

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

    /** @return non-empty-list<string> "2026-03": the month of a day, and the eleven before it */
    public static function last_twelve(string $today): array
    {
        $this_month = substr($today, 0, 8) . '01';

        return array_map(static fn (int $ago): string => substr(Calendar::add_months($this_month, -$ago), 0, 7), range(11, 0));
    }

    public function moved(MrrKind $kind): int
    {
        return $this->moved[$kind->value] ?? 0;
    }
}
