<?php

declare(strict_types=1);

namespace Counterfoil\Tests\Unit\Subscriptions;

use Counterfoil\Products\Interval;
use Counterfoil\Subscriptions\Periods\Schedule;
use Counterfoil\Subscriptions\Periods\Share;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\TestCase;

final class ScheduleTest extends TestCase
{
    /** @return iterable<string, array{string, int, string, list<string>}> */
    public static function first_days(): iterable
    {
        yield 'month ends keep their day' => ['month', 1, '2026-01-31', ['2026-01-31', '2026-02-28', '2026-03-31', '2026-04-30', '2026-05-31']];
        yield 'in a leap year' => ['month', 1, '2028-01-30', ['2028-01-30', '2028-02-29', '2028-03-30']];
        yield 'quarters' => ['month', 3, '2025-11-30', ['2025-11-30', '2026-02-28', '2026-05-30', '2026-08-30']];
        yield '29 February, every year' => ['year', 1, '2024-02-29', ['2024-02-29', '2025-02-28', '2026-02-28', '2027-02-28', '2028-02-29']];
        yield 'every two years' => ['year', 2, '2024-02-29', ['2024-02-29', '2026-02-28', '2028-02-29']];
        yield 'weeks over a change of clocks' => ['week', 1, '2026-03-22', ['2026-03-22', '2026-03-29', '2026-04-05']];
        yield 'every ten days over a new year' => ['day', 10, '2026-12-25', ['2026-12-25', '2027-01-04', '2027-01-14']];
    }

    /** @param list<string> $days */
    #[DataProvider('first_days')]
    public function test_periods_are_counted_from_the_first_day(string $unit, int $count, string $anchor, array $days): void
    {
        $schedule = new Schedule(new Interval($unit, $count), $anchor);

        self::assertSame($days, array_map($schedule->first_day(...), array_keys($days)));
        foreach (array_keys($days) as $index) {
            self::assertSame($index, $schedule->index_at($days[$index]));
        }
    }

    public function test_no_drift_over_a_hundred_years(): void
    {
        $schedule = new Schedule(new Interval('month', 1), '2024-01-31');

        self::assertSame('2124-01-31', $schedule->first_day(1200));
        self::assertSame('2124-02-29', $schedule->first_day(1201));
        self::assertSame(1200, $schedule->index_at('2124-02-28'));
    }

    public function test_a_period_ends_the_day_before_the_next_and_they_leave_no_gap(): void
    {
        foreach (['day', 'week', 'month', 'year'] as $unit) {
            $schedule = new Schedule(new Interval($unit, 2), '2027-12-31');
            for ($index = -3; $index < 30; $index++) {
                $period = $schedule->full($index);
                self::assertSame($schedule->first_day($index + 1), (new \DateTimeImmutable($period->to))->modify('+1 day')->format('Y-m-d'));
                self::assertSame($period->days_of_interval, $period->days());
                self::assertSame($index, $schedule->index_at($period->from));
                self::assertSame($index, $schedule->index_at($period->to));
            }
        }
    }

    public function test_days_until_the_billing_day_are_a_part_of_the_interval_before(): void
    {
        $part = (new Schedule(new Interval('month', 1), '2026-03-01'))->until(0, '2026-02-19');

        self::assertSame(['2026-02-19', '2026-02-28', 10, 28], [$part->from, $part->to, $part->days(), $part->days_of_interval]);
    }

    public function test_pieces_of_a_period_add_up_to_the_whole(): void
    {
        mt_srand(7);
        for ($i = 0; $i < 2000; $i++) {
            $amount = mt_rand(-100_000, 100_000);
            $days = mt_rand(1, 366);
            $cuts = [0, $days];
            for ($k = mt_rand(0, 6); $k > 0; $k--) {
                $cuts[] = mt_rand(0, $days);
            }
            sort($cuts);
            $sum = 0;
            for ($k = 1; $k < count($cuts); $k++) {
                $sum += Share::between($amount, $cuts[$k - 1], $cuts[$k], $days);
            }
            self::assertSame($amount, $sum);
        }
        self::assertSame(3333, Share::of_first(10000, 10, 30));
        self::assertSame(6667, Share::between(10000, 10, 30, 30));
        self::assertSame(-2, Share::of_first(-3, 1, 2), 'half away from zero');
        self::assertSame(2, Share::of_first(3, 1, 2));
    }
}
