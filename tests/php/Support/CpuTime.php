<?php

declare(strict_types=1);

namespace Counterfoil\Tests\Support;

use Closure;
use RuntimeException;

/**
 * How dear one thing is beside another, in this process' own time on the processor: what else the machine does
 * makes a test wait, but hardly changes this. The kernel's time for us is left out: most of it gives and takes memory, and how
 * often depends on what the tests before have left of it.
 */
final class CpuTime
{
    /**
     * Does both turn by turn, once before for nothing.
     *
     * @param Closure(): mixed $work
     * @param Closure(): mixed $yardstick
     * @return float the median, over all rounds, of the time that the work took in times of the yardstick's
     */
    public static function ratio(Closure $work, Closure $yardstick, int $rounds = 7): float
    {
        $work();
        $yardstick();
        $ratios = [];
        for ($round = 0; $round < $rounds; ++$round) {
            $ratios[] = self::microseconds($work) / max(1, self::microseconds($yardstick));
        }
        sort($ratios);

        return $ratios[intdiv($rounds, 2)];
    }

    /**
     * @param Closure(): mixed $work
     * @return int microseconds on the processor, without the kernel's for us
     */
    public static function microseconds(Closure $work): int
    {
        // What the tests before left to be collected is no part of it: a run of the collector costs what there is, whoever sets it off.
        gc_collect_cycles();
        gc_disable();
        $before = self::used();
        $work();
        $used = self::used() - $before;
        gc_enable();

        return $used;
    }

    private static function used(): int
    {
        $usage = getrusage();
        if ($usage === false) {
            throw new RuntimeException('This system does not tell what a process used.');
        }

        return $usage['ru_utime.tv_sec'] * 1_000_000 + $usage['ru_utime.tv_usec'];
    }
}
