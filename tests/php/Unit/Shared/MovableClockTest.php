<?php

declare(strict_types=1);

namespace Counterfoil\Tests\Unit\Shared;

use Counterfoil\Shared\Clock\MovableClock;
use Counterfoil\Shared\Clock\Timestamps;
use DateTimeImmutable;
use PHPUnit\Framework\TestCase;

final class MovableClockTest extends TestCase
{
    public function test_where_it_was_set_sleeping_moves_it_on_at_once(): void
    {
        $clock = new MovableClock();
        $clock->set(new DateTimeImmutable('2026-03-31 23:59:30 UTC'));
        $before = hrtime(true);

        $clock->sleep(30_000);

        self::assertSame('2026-04-01 00:00:00', Timestamps::to_row($clock->now()));
        self::assertLessThan(5e9, hrtime(true) - $before);
    }

    public function test_where_it_is_only_ahead_sleeping_takes_its_time(): void
    {
        $clock = new MovableClock(86_400);
        $before = hrtime(true);

        $clock->sleep(20);

        self::assertGreaterThanOrEqual(20e6, hrtime(true) - $before);
    }
}
