<?php

declare(strict_types=1);

namespace Counterfoil\Shared\Clock;

use DateTimeImmutable;
use DateTimeZone;
use Error;
use IntlDateFormatter;
use IntlDatePatternGenerator;

/**
 * Days and months as the screens of wp-admin write them: days by the site's format under Settings → General, names in the reader's language, also
 * where WordPress has no language pack for it. Twin of src/shared/dates.ts. What clients read is written by DayFormat.
 */
final readonly class SiteDay
{
    /** ICU's patterns for the letters of PHP that are names. */
    private const NAMES = ['D' => 'EEE', 'l' => 'EEEE', 'M' => 'MMM', 'F' => 'MMMM'];

    /** "March 31, 2026", "31.03.2026" @param string $day "2026-03-31"; what is none stays as it is */
    public static function of(string $day): string
    {
        if (! Timestamps::is_day($day)) {
            return $day;
        }
        $noon = self::noon($day);
        $format = preg_replace_callback(
            '/\\\\.|[' . implode(array_keys(self::NAMES)) . ']/su',
            static function (array $letter) use ($noon): string {
                $name = isset(self::NAMES[$letter[0]]) ? self::by_pattern($noon, self::NAMES[$letter[0]]) : null;

                return $name === null ? $letter[0] : addcslashes($name, 'A..Za..z\\');
            },
            (string) get_option('date_format')
        );

        return (string) wp_date((string) $format, $noon->getTimestamp(), $noon->getTimezone());
    }

    /** "November 2026", "listopad 2026" @param string $day one of its days, or "2026-11" */
    public static function month(string $day): string
    {
        return self::by_skeleton($day, 'yMMMM', 'F Y');
    }

    /** "Nov" */
    public static function short_month(string $day): string
    {
        return self::by_skeleton($day, 'LLL', 'M');
    }

    private static function by_skeleton(string $day, string $skeleton, string $format): string
    {
        /** @var array<string, string|false> $patterns looking for one takes a millisecond */
        static $patterns = [];
        $noon = self::noon(substr($day, 0, 7) . '-01');
        $locale = determine_locale();
        $pattern = $patterns["{$locale} {$skeleton}"] ??= (new IntlDatePatternGenerator($locale))->getBestPattern($skeleton);

        return ($pattern === false ? null : self::by_pattern($noon, $pattern)) ?? (string) wp_date($format, $noon->getTimestamp(), $noon->getTimezone());
    }

    /** Null for a language that ICU does not know. */
    private static function by_pattern(DateTimeImmutable $noon, string $pattern): ?string
    {
        /** @var array<string, IntlDateFormatter> $formatters making one takes longer than all else about a date */
        static $formatters = [];
        $locale = determine_locale();
        try {
            $formatters["{$locale} {$pattern}"] ??= new IntlDateFormatter("{$locale}@numbers=latn", IntlDateFormatter::NONE, IntlDateFormatter::NONE, $noon->getTimezone(), null, $pattern);
            $written = $formatters["{$locale} {$pattern}"]->format($noon);
        } catch (Error) {
            return null;
        }

        return is_string($written) ? $written : null;
    }

    private static function noon(string $day): DateTimeImmutable
    {
        return new DateTimeImmutable("{$day} 12:00:00", new DateTimeZone('UTC'));
    }
}
