<?php

declare(strict_types=1);

namespace Counterfoil\Tests\Unit\Shared;

use Counterfoil\Shared\Clock\Timestamps;
use DateTimeImmutable;
use DateTimeZone;
use PHPUnit\Framework\TestCase;

final class TimestampsTest extends TestCase
{
    public function test_times_are_utc_in_tables_and_on_the_wire(): void
    {
        $moment = new DateTimeImmutable('2026-03-29 03:30:00', new DateTimeZone('Europe/Warsaw'));
        self::assertSame('2026-03-29 01:30:00', Timestamps::to_row($moment));
        self::assertSame('2026-03-29T01:30:00Z', Timestamps::to_wire($moment));
        self::assertSame('1969-12-31 23:59:58', Timestamps::to_row(new DateTimeImmutable('1969-12-31 23:59:58.900 UTC')));
        self::assertEquals($moment, Timestamps::from_row('2026-03-29 01:30:00'));
        self::assertSame('2026-03-28', Timestamps::day($moment, new DateTimeZone('America/New_York')));
        self::assertTrue(Timestamps::is_day('2028-02-29'));
        foreach (['2026-02-29', '2026-13-01', '2026-1-1', '20260101', ''] as $day) {
            self::assertFalse(Timestamps::is_day($day), $day);
        }
    }
}
