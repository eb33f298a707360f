<?php

declare(strict_types=1);

namespace Counterfoil\Reminders;

use Counterfoil\Shared\Calendar;

/** When clients are reminded: days before (negative), on (0) and after the due date. */
final readonly class Schedule
{
    /** Days for which a step is made good when nothing could be sent on its own: later it would only surprise. */
    private const GRACE = 3;

    /**
     * @param list<int> $days each once, the earliest first
     * @param string $since the business's day on which it began, "2026-11-26": nobody is reminded of what was due before by surprise
     */
    public function __construct(public bool $is_on, public array $days, public string $since)
    {
    }

    /**
     * The step of a due date that is to be sent on a day, if any: the latest of those whose day has come.
     *
     * @param string $due_on "2026-12-10"
     */
    public function step(string $due_on, string $today): ?int
    {
        foreach (array_reverse($this->days) as $days) {
            $day = Calendar::add_days($due_on, $days);
            if ($day <= $today) {
                return $day >= $this->since && $day >= Calendar::add_days($today, -self::GRACE) ? $days : null;
            }
        }

        return null;
    }

    /**
     * Due dates that may have a step today.
     *
     * @return list<array{string, string}> first and last day of each range, both included
     */
    public function ranges(string $today): array
    {
        return array_map(static fn (int $days): array => [Calendar::add_days($today, -$days - self::GRACE), Calendar::add_days($today, -$days)], $this->days);
    }
}
