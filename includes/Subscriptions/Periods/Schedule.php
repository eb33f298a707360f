<?php

declare(strict_types=1);

namespace Counterfoil\Subscriptions\Periods;

use Counterfoil\Products\Interval;
use Counterfoil\Shared\Calendar;

/**
 * The periods of a subscription, all of them counted from its first day, so that nothing drifts: 31 January, 28
 * February, 31 March; 29 February every year is 28 February until the next leap year. Days know no hours, so neither
 * a change of clocks nor of the business's time zone moves one.
 */
final readonly class Schedule
{
    /**
     * @param string $anchor first day of the period with index 0, "2026-02-28"
     * @param int $day of the month on which periods of months and years begin where the month has it; 0 for that of the anchor
     */
    public function __construct(private Interval $interval, private string $anchor, private int $day = 0)
    {
    }

    /** Of the month on which periods begin where the month has it. */
    public function day(): int
    {
        return $this->day === 0 ? (int) substr($this->anchor, 8) : $this->day;
    }

    /** @param int $index also below 0: the intervals before the first */
    public function first_day(int $index): string
    {
        $count = $index * $this->interval->count;

        return match ($this->interval->unit) {
            'day' => Calendar::add_days($this->anchor, $count),
            'week' => Calendar::add_days($this->anchor, 7 * $count),
            'month' => Calendar::add_months($this->anchor, $count, $this->day),
            default => Calendar::add_months($this->anchor, 12 * $count, $this->day),
        };
    }

    public function full(int $index): Period
    {
        [$first, $next] = [$this->first_day($index), $this->first_day($index + 1)];

        return new Period(PeriodKind::Full, $first, Calendar::add_days($next, -1), Calendar::days_between($first, $next), $index);
    }

    /** The days from one on until a period begins. */
    public function until(int $index, string $from): Period
    {
        $whole = $this->full($index - 1);

        return new Period(PeriodKind::Part, $from, $whole->to, $whole->days_of_interval, $index);
    }

    /** Which period a day is in; below 0 before the first. */
    public function index_at(string $day): int
    {
        $days = Calendar::days_between($this->anchor, $day);
        $longest = $this->interval->count * match ($this->interval->unit) {
            'day' => 1,
            'week' => 7,
            'month' => 31,
            default => 366,
        };
        // At most as many as fit, then on to the one it is in.
        $index = (int) floor($days / $longest) - ($days < 0 ? 1 : 0);
        while ($this->first_day($index + 1) <= $day) {
            ++$index;
        }
        while ($this->first_day($index) > $day) {
            --$index;
        }

        return $index;
    }
}
