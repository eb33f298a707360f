<?php

declare(strict_types=1);

namespace Counterfoil\Subscriptions\Forecast;

use Counterfoil\Shared\Calendar;

/** The days that are looked at: usually the rest of a month and the twelve whole ones that follow. */
final readonly class Span
{
    private const MONTHS = 12;

    private function __construct(
        /** The first day, "2026-03-31" */
        public string $from,
        /** The last day */
        public string $until,
    ) {
    }

    public static function from(string $today): self
    {
        return new self($today, Calendar::add_days(Calendar::add_months(substr($today, 0, 8) . '01', self::MONTHS + 1), -1));
    }

    /** @param string $day the last one */
    public static function until(string $today, string $day): self
    {
        return new self($today, $day);
    }

    /** @return list<string> "2026-03" to "2027-03" */
    public function months(): array
    {
        return array_map(fn (int $count): string => substr(Calendar::add_months(substr($this->from, 0, 8) . '01', $count), 0, 7), range(0, self::MONTHS));
    }
}
