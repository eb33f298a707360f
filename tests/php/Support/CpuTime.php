<?php

declare(strict_types=1);

namespace Counterfoil\Tests\Support;

use Closure;
use RuntimeException;

/**
 * How dear something is in this process' own time on the processor: what else the machine does makes a test wait, but
 * hardly changes this.
 */
final class CpuTime
{
    /**
     * @param Closure(): mixed $work
     * @return int microseconds on the processor, the kernel's for us included
     */
    public static function microseconds(Closure $work): int
    {
        $before = self::used();
        $work();

        return self::used() - $before;
    }

    private static function used(): int
    {
        $usage = getrusage();
        if ($usage === false) {
            throw new RuntimeException('This system does not tell what a process used.');
        }

        return ($usage['ru_utime.tv_sec'] + $usage['ru_stime.tv_sec']) * 1_000_000 + $usage['ru_utime.tv_usec'] + $usage['ru_stime.tv_usec'];
    }
}
