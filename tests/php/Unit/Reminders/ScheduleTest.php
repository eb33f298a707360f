<?php

declare(strict_types=1);

namespace Counterfoil\Tests\Unit\Reminders;

use Counterfoil\Reminders\Schedule;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\TestCase;

final class ScheduleTest extends TestCase
{
    /** @return iterable<string, array{string, int|null}> */
    public static function days(): iterable
    {
        yield 'long before' => ['2026-12-06', null];
        yield 'three days before' => ['2026-12-07', -3];
        yield 'the day after, when nothing ran' => ['2026-12-08', -3];
        yield 'on the due date the one before is still made good' => ['2026-12-10', -3];
        yield 'one day after, that one' => ['2026-12-11', 1];
        yield 'four days after, the last still' => ['2026-12-14', 1];
        yield 'five days after it is too late' => ['2026-12-15', null];
        yield 'a week after' => ['2026-12-17', 7];
        yield 'long after' => ['2027-03-01', null];
    }

    #[DataProvider('days')]
    public function test_the_latest_step_whose_day_has_come_is_sent_for_three_days(string $today, ?int $step): void
    {
        self::assertSame($step, (new Schedule(true, [-3, 1, 7], '2026-01-01'))->step('2026-12-10', $today));
    }

    public function test_nobody_is_reminded_of_a_step_from_before_it_was_turned_on(): void
    {
        $schedule = new Schedule(true, [-3, 1, 7], '2026-12-12');

        self::assertNull($schedule->step('2026-12-10', '2026-12-12'));
        self::assertSame(7, $schedule->step('2026-12-10', '2026-12-17'));
        self::assertSame(1, $schedule->step('2026-12-11', '2026-12-12'));
    }

    public function test_every_due_date_with_a_step_today_is_within_its_ranges(): void
    {
        $schedule = new Schedule(true, [-3, 0, 7], '2020-01-01');
        for ($i = -60; $i <= 60; ++$i) {
            $due = (new \DateTimeImmutable('2026-12-10'))->modify("{$i} days")->format('Y-m-d');
            $is_within = array_filter($schedule->ranges('2026-12-10'), static fn (array $range): bool => $due >= $range[0] && $due <= $range[1]) !== [];
            self::assertTrue($schedule->step($due, '2026-12-10') === null || $is_within, $due);
        }
    }
}
