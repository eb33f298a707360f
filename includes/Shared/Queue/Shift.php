<?php

declare(strict_types=1);

namespace Counterfoil\Shared\Queue;

use Closure;

/**
 * Where much is due, processes take turns at it, two at a time, until WP-Cron comes again after a minute: one that still has
 * work after a second wakes a second one, and the second one wakes the next pair as its time is up. Each wakes one, and
 * the last of them none, so there are never more than were meant, whoever calls. Where a site can't reach itself, WP-Cron's
 * process works alone.
 */
final class Shift
{
    /** Argument of the address of a process that was woken: its number, from 0 for the one that WP-Cron begins. */
    public const ARGUMENT = 'counterfoil_shift';

    /** Three pairs of 20 seconds. */
    public const LAST = 5;

    /** Nanoseconds of work after which there is enough of it for two. */
    private const MUCH = 1_000_000_000;

    private readonly int $number;
    private bool $has_woken;
    private bool $is_over = false;

    /**
     * @param Closure(array<string, int>): void $wake another process, with these arguments of its address
     * @param int $much nanoseconds
     */
    public function __construct(int $number, private readonly Closure $wake, private readonly int $much = self::MUCH)
    {
        $this->number = max(0, $number);
        $this->has_woken = $this->number >= self::LAST;
    }

    /** There is a row to do. @param int $took nanoseconds since the run began */
    public function has_work(int $took): void
    {
        if ($this->number % 2 === 0 && $took >= $this->much) {
            $this->wake();
        }
    }

    /** Time is up, and there may be more. */
    public function time_is_up(): void
    {
        $this->is_over = true;
        $this->wake();
    }

    /** What comes now is for the others. */
    public function is_over(): bool
    {
        return $this->is_over;
    }

    private function wake(): void
    {
        if (! $this->has_woken) {
            $this->has_woken = true;
            ($this->wake)([self::ARGUMENT => $this->number + 1]);
        }
    }
}
