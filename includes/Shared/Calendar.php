<?php

declare(strict_types=1);

namespace Counterfoil\Shared;

use Counterfoil\Shared\Clock\Clock;
use Counterfoil\Shared\Clock\Timestamps;
use DateTimeImmutable;
use DateTimeZone;
use InvalidArgumentException;

/**
 * Days of a business, in its own time zone. A day is "2026-03-31" and knows no hours: adding to one can't
 * be moved by a change of clocks.
 */
final readonly class Calendar
{
    public function __construct(private Clock $clock, public DateTimeZone $zone)
    {
    }

    /**
     * A place ("Europe/Warsaw") or a fixed offset as WordPress writes it ("UTC+5:30", "UTC-11", "+13:00"). An offset
     * stays one, summer and winter: it is never taken for a place that happens to have it today.
     *
     * @throws InvalidArgumentException
     */
    public static function zone(string $name): DateTimeZone
    {
        if (preg_match('/^(?:UTC)?([+-])(\d{1,2})(?:[:.](\d{1,2}))?$/', $name, $match) === 1) {
            $minutes = $match[3] ?? '0';
            // WordPress' own list has UTC+5.5 and UTC+5.75 besides.
            $minutes = str_contains($name, '.') ? match ($minutes) {
                '25' => '15', '5', '50' => '30', '75' => '45', default => '0',
            } : $minutes;
            if ((int) $match[2] <= 14 && (int) $minutes < 60) {
                return new DateTimeZone(sprintf('%s%02d:%02d', $match[1], (int) $match[2], (int) $minutes));
            }
        } elseif ($name === 'UTC' || isset(self::places()[$name])) {
            return new DateTimeZone($name);
        }
        throw new InvalidArgumentException("{$name} is no time zone.");
    }

    /** @return array<string, int> by name: there are some six hundred, and each bill asks for one */
    private static function places(): array
    {
        static $places = null;

        return $places ??= array_flip(DateTimeZone::listIdentifiers(DateTimeZone::ALL_WITH_BC));
    }

    public function today(): string
    {
        return $this->day($this->clock->now());
    }

    /** What the clock on the wall says, 0 to 23. */
    public function hour(): int
    {
        return (int) $this->clock->now()->setTimezone($this->zone)->format('G');
    }

    /** The day on which a moment falls here. */
    public function day(DateTimeImmutable $moment): string
    {
        return Timestamps::day($moment, $this->zone);
    }

    /** The first moment of a day here, in UTC. Where clocks skip midnight, the day begins at the first hour there is. */
    public function begin_of(string $day): DateTimeImmutable
    {
        return (new DateTimeImmutable($day . ' 00:00:00', $this->zone))->setTimezone(new DateTimeZone('UTC'));
    }

    public static function add_days(string $day, int $count): string
    {
        return self::at_noon($day)->modify(sprintf('%+d days', $count))->format('Y-m-d');
    }

    /** So many Mondays to Fridays later. */
    public static function add_business_days(string $day, int $count): string
    {
        return self::at_noon($day)->modify(sprintf('%+d weekdays', $count))->format('Y-m-d');
    }

    /**
     * Month ends keep their anchor: 31 January, 28 February, 31 March. So it is always counted from the first day.
     *
     * @param int $anchor day of the month that is kept where the month has it; 0 for that of `$day`
     */
    public static function add_months(string $day, int $count, int $anchor = 0): string
    {
        [$year, $month, $day_of_month] = array_map(intval(...), explode('-', $day));
        $months = $year * 12 + $month - 1 + $count;
        [$year, $month] = [intdiv($months, 12), $months % 12 + 1];
        $last = (int) self::at_noon(sprintf('%04d-%02d-01', $year, $month))->format('t');

        return sprintf('%04d-%02d-%02d', $year, $month, min($anchor === 0 ? $day_of_month : $anchor, $last));
    }

    /** How many days the second day is after the first; negative when it is before. */
    public static function days_between(string $from, string $to): int
    {
        return (int) self::at_noon($from)->diff(self::at_noon($to))->format('%r%a');
    }

    private static function at_noon(string $day): DateTimeImmutable
    {
        return new DateTimeImmutable($day . ' 12:00:00', new DateTimeZone('UTC'));
    }
}
