<?php

declare(strict_types=1);

namespace Counterfoil\Tests\Unit\Shared;

use Counterfoil\Shared\Calendar;
use Counterfoil\Shared\Clock\MovableClock;
use DateTimeImmutable;
use InvalidArgumentException;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\TestCase;

final class CalendarTest extends TestCase
{
    /** @return iterable<string, array{string, string}> */
    public static function zones(): iterable
    {
        yield 'a place' => ['Europe/Warsaw', 'Europe/Warsaw'];
        yield 'an old name of one' => ['Asia/Calcutta', 'Asia/Calcutta'];
        yield 'UTC' => ['UTC', 'UTC'];
        yield 'as WordPress answers it' => ['+05:30', '+05:30'];
        yield 'as WordPress lists it' => ['UTC+13', '+13:00'];
        yield 'west of it' => ['UTC-11', '-11:00'];
        yield 'half an hour' => ['UTC+5.5', '+05:30'];
        yield 'three quarters' => ['UTC+8.75', '+08:45'];
        yield 'with minutes' => ['UTC-9:30', '-09:30'];
        yield 'no offset' => ['UTC+0', '+00:00'];
    }

    #[DataProvider('zones')]
    public function test_an_offset_is_a_zone_and_stays_itself_in_summer_and_in_winter(string $name, string $zone): void
    {
        $found = Calendar::zone($name);
        self::assertSame($zone, $found->getName());
        if ($zone[0] === '+' || $zone[0] === '-') {
            self::assertSame($found->getOffset(new DateTimeImmutable('2026-01-01')), $found->getOffset(new DateTimeImmutable('2026-07-01')));
        }
    }

    public function test_what_is_no_zone_is_refused(): void
    {
        foreach (['', 'Mars/Phobos', '+25:00', 'UTC+15', '+05:75', '5', 'EST5EDT4'] as $name) {
            try {
                Calendar::zone($name);
                self::fail("{$name} passed.");
            } catch (InvalidArgumentException $error) {
                self::assertStringContainsString('no time zone', $error->getMessage());
            }
        }
    }

    public function test_a_day_begins_where_the_business_is(): void
    {
        foreach (['Pacific/Kiritimati' => '2026-04-01', '+13:00' => '2026-04-01', 'Europe/Warsaw' => '2026-03-31', '-11:00' => '2026-03-31'] as $zone => $today) {
            self::assertSame($today, self::calendar((string) $zone, '2026-03-31 12:00:00')->today(), (string) $zone);
        }
        $warsaw = self::calendar('Europe/Warsaw', '2026-03-28 23:00:00');
        self::assertSame('2026-03-29', $warsaw->today());
        self::assertSame('2026-03-28 23:00:00', $warsaw->begin_of('2026-03-29')->format('Y-m-d H:i:s'));
        self::assertSame('2026-03-29 22:00:00', $warsaw->begin_of('2026-03-30')->format('Y-m-d H:i:s'), 'The clocks went forward.');
        // In Cairo they skip midnight itself: the day begins at one.
        self::assertSame('2026-04-23 22:00:00', self::calendar('Africa/Cairo', '2026-04-23 12:00:00')->begin_of('2026-04-24')->format('Y-m-d H:i:s'));
    }

    public function test_a_month_end_keeps_its_anchor_and_never_drifts(): void
    {
        $days = array_map(static fn (int $months): string => Calendar::add_months('2026-01-31', $months), range(0, 4));
        self::assertSame(['2026-01-31', '2026-02-28', '2026-03-31', '2026-04-30', '2026-05-31'], $days);
        self::assertSame('2028-02-29', Calendar::add_months('2024-02-29', 48));
        self::assertSame('2025-02-28', Calendar::add_months('2024-02-29', 12));
        self::assertSame('2026-03-31', Calendar::add_months('2026-02-28', 1, 31), 'From a shorter month back to the anchor.');
        self::assertSame('2025-12-15', Calendar::add_months('2026-01-15', -1));
        self::assertSame('2126-01-31', Calendar::add_months('2026-01-31', 1200));
    }

    public function test_days_are_counted_without_regard_to_the_clocks(): void
    {
        self::assertSame('2026-03-30', Calendar::add_days('2026-03-28', 2));
        self::assertSame('2026-02-28', Calendar::add_days('2026-03-01', -1));
        self::assertSame([2, -2, 0, 365], [
            Calendar::days_between('2026-03-28', '2026-03-30'),
            Calendar::days_between('2026-10-26', '2026-10-24'),
            Calendar::days_between('2026-10-25', '2026-10-25'),
            Calendar::days_between('2026-01-01', '2027-01-01'),
        ]);
    }

    private static function calendar(string $zone, string $now): Calendar
    {
        $clock = new MovableClock();
        $clock->set(new DateTimeImmutable("{$now} UTC"));

        return new Calendar($clock, Calendar::zone($zone));
    }
}
