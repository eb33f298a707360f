<?php

declare(strict_types=1);

namespace Counterfoil\Shared\Clock;

use DateTimeImmutable;
use DateTimeZone;

/**
 * The two ways a moment is written: "2026-03-31 12:00:00" in tables, "2026-03-31T12:00:00Z" on the
 * wire, both UTC. Days are "2026-03-31" in both.
 */
final readonly class Timestamps
{
    public static function to_row(DateTimeImmutable $moment): string
    {
        return gmdate('Y-m-d H:i:s', $moment->getTimestamp());
    }

    public static function from_row(string $stored): DateTimeImmutable
    {
        return new DateTimeImmutable($stored, new DateTimeZone('UTC'));
    }

    public static function to_wire(DateTimeImmutable $moment): string
    {
        return gmdate('Y-m-d\TH:i:s\Z', $moment->getTimestamp());
    }

    /** The same for a moment as a table has it, for rows that say nothing else of it. */
    public static function row_to_wire(string $stored): string
    {
        return str_replace(' ', 'T', $stored) . 'Z';
    }

    /** The calendar day of a moment somewhere, "2026-03-31". */
    public static function day(DateTimeImmutable $moment, DateTimeZone $zone): string
    {
        return $moment->setTimezone($zone)->format('Y-m-d');
    }

    /** Is it a day of the calendar? "2026-02-30" has the form of one, but is none; nor does anybody mean the year 0. */
    public static function is_day(string $day): bool
    {
        $parsed = DateTimeImmutable::createFromFormat('!Y-m-d', $day);

        return $parsed !== false && $parsed->format('Y-m-d') === $day && (int) $parsed->format('Y') >= 1900;
    }
}
