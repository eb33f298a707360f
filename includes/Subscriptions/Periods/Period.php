<?php

declare(strict_types=1);

namespace Counterfoil\Subscriptions\Periods;

use Counterfoil\Shared\Calendar;

/** Days of a subscription that are billed at once. Days are the business's, "2026-03-31". */
final readonly class Period
{
    public function __construct(
        public PeriodKind $kind,
        public string $from,
        /** The last day */
        public string $to,
        /** Days of the interval that it is (a part of) */
        public int $days_of_interval,
        /** Of a full one which it is, from 0; of the others the one that follows */
        public int $index,
    ) {
    }

    public function days(): int
    {
        return Calendar::days_between($this->from, $this->to) + 1;
    }

    public function is_full(): bool
    {
        return $this->kind === PeriodKind::Full;
    }

    /** The same from its first day, but over before a day. */
    public function before(string $day): self
    {
        return $this->to < $day ? $this : new self(PeriodKind::Part, $this->from, Calendar::add_days($day, -1), $this->days_of_interval, $this->index);
    }
}
