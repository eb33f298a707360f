<?php

declare(strict_types=1);

namespace Counterfoil\Demo;

use Closure;
use Counterfoil\Shared\Clock\MovableClock;

/**
 * Moves the demo's date: day by day, doing on each what is due on it, so that a month has its renewals, their tries on the
 * days that were chosen, reminders, and debits that settle or come back. What doesn't fit into a request's time is done on
 * the last day.
 */
final readonly class MoveClock
{
    /** Seconds after which the rest of the days is skipped: a request may take thirty. */
    private const SECONDS = 20;

    /**
     * @param Closure(int): int $work does what is due, beginning nothing new after so many seconds
     */
    public function __construct(private MovableClock $clock, private Closure $work, private int $seconds = self::SECONDS)
    {
    }

    public function handle(ClockStep $step): void
    {
        if ($step === ClockStep::Back) {
            $this->move(0);
            ($this->work)($this->seconds);

            return;
        }
        $offset = (int) get_option(DemoModule::OPTION, '0');
        $last = $offset + $step->seconds();
        $end = hrtime(true) + $this->seconds * 1_000_000_000;
        do {
            $offset = hrtime(true) < $end ? min($offset + DAY_IN_SECONDS, $last) : $last;
            $this->move($offset);
            ($this->work)(max(1, intdiv($end - hrtime(true), 1_000_000_000)));
        } while ($offset < $last);
    }

    /** @param int $offset seconds ahead of the real time */
    private function move(int $offset): void
    {
        update_option(DemoModule::OPTION, (string) $offset, false);
        $this->clock->shift($offset);
        /**
         * Fires after the date of a demo was moved, for what imitates others and has a clock of its own: once for each day on the way. Never on a real site.
         *
         * @param int $seconds ahead of the real time
         * @since 0.2.0
         */
        do_action('counterfoil_demo_clock_moved', $offset);
    }
}
