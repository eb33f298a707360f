<?php

declare(strict_types=1);

namespace Counterfoil\Shared\Queue;

use Closure;

/**
 * Where much is due, two processes work at it until WP-Cron comes again after a minute: the one that WP-Cron begins wakes a
 * second one if it still has work after a second, and each of both wakes the next in its place when its time is up. Each
 * does that once, and the last ones don't, so there are never more than were meant, whoever calls. Where a site can't reach
 * itself, WP-Cron's process works alone.
 */
final class Shift
{
    /** Argument of the address of a process that was woken: its number, from 0 for the one that WP-Cron begins. */
    public const ARGUMENT = 'counterfoil_shift';

    /** Three after each other, of 20 seconds, in both places. */
    public const LAST = 5;

    /** Nanoseconds of work after which there is enough of it for two. */
    private const MUCH = 1_000_000_000;

    private readonly int $number;
    private bool $is_over = false;
    private bool $had_much = false;

    /** @var list<int> numbers of those that it has woken */
    private array $woken = [];

    /**
     * @param Closure(array<string, int>): void $wake another process, with these arguments of its address
     * @param int $much nanoseconds
     */
    public function __construct(int $number, private readonly Closure $wake, private readonly int $much = self::MUCH)
    {
        $this->number = max(0, $number);
    }

    /** There is a row to do. @param int $took nanoseconds since the run began */
    public function has_work(int $took): void
    {
        if ($took >= $this->much) {
            $this->had_much = true;
            $this->wake_the_second();
        }
    }

    /** It is one of two: it was woken, or has woken another one. */
    public function had_much(): bool
    {
        return $this->had_much || $this->number > 0;
    }

    /** Time is up, and there may be more. */
    public function time_is_up(): void
    {
        $this->is_over = true;
        $this->wake_the_second();
        $this->wake($this->number + 2);
    }

    /** What comes now is for the others. */
    public function is_over(): bool
    {
        return $this->is_over;
    }

    private function wake_the_second(): void
    {
        if ($this->number === 0) {
            $this->wake(1);
        }
    }

    private function wake(int $number): void
    {
        if ($number <= self::LAST && ! in_array($number, $this->woken, true)) {
            $this->woken[] = $number;
            ($this->wake)([self::ARGUMENT => $number]);
        }
    }
}
