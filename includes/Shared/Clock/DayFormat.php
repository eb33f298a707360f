<?php

declare(strict_types=1);

namespace Counterfoil\Shared\Clock;

use Closure;
use DateTimeImmutable;
use DateTimeZone;
use Error;
use IntlDateFormatter;

/** Days for people, by CLDR's rules for a locale: "12 December 2026". */
final readonly class DayFormat
{
    /** Any place can show it, and ICU has it on every machine. */
    private const PLAIN = 'en_US';

    /** Days whose words are kept. */
    private const KEPT = 1_000;

    /**
     * @param string $locale WordPress' form, "pl_PL"
     * @param (Closure(string): bool)|null $can_be_shown for a place that can't show everything: where it can't, Latin digits
     *     are taken, then English
     */
    public function __construct(private string $locale, private ?Closure $can_be_shown = null)
    {
    }

    /** "12 December 2026" from "2026-12-12" */
    public function day(string $day): string
    {
        return $this->day_of(new DateTimeImmutable($day, new DateTimeZone('UTC')), new DateTimeZone('UTC'));
    }

    /** The day on which a moment falls in a zone. */
    public function day_of(DateTimeImmutable $moment, DateTimeZone $zone): string
    {
        $wished = $this->can_be_shown === null ? [$this->locale] : [$this->locale, "{$this->locale}@numbers=latn"];
        foreach ($wished as $locale) {
            $formatted = self::format($locale, $moment, $zone);
            if ($formatted !== null && ($this->can_be_shown === null || ($this->can_be_shown)($formatted))) {
                return $formatted;
            }
        }

        return self::format(self::PLAIN, $moment, $zone) ?? $moment->setTimezone($zone)->format('Y-m-d');
    }

    /** "12 December 2026, 14:05 (Europe/Berlin)" */
    public function moment(DateTimeImmutable $moment, DateTimeZone $zone): string
    {
        $time = self::format($this->locale, $moment, $zone, IntlDateFormatter::NONE, IntlDateFormatter::SHORT) ?? $moment->setTimezone($zone)->format('H:i');
        $name = str_replace('_', ' ', $zone->getName());

        return "{$this->day_of($moment, $zone)}, {$time} (" . (preg_match('/^[+-]/', $name) === 1 ? "UTC{$name}" : $name) . ')';
    }

    /** Null for a locale that ICU does not know: WordPress has more languages. */
    private static function format(string $locale, DateTimeImmutable $moment, DateTimeZone $zone, int $day = IntlDateFormatter::LONG, int $time = IntlDateFormatter::NONE): ?string
    {
        /** @var array<string, IntlDateFormatter> $formatters making one takes longer than all else about a date */
        static $formatters = [];
        /** @var array<string, string|null> $formatted who writes many bills names the same few days */
        static $formatted = [];
        $key = "{$locale} {$zone->getName()} {$day} {$time}";
        $of_moment = "{$key} {$moment->getTimestamp()}";
        if (! array_key_exists($of_moment, $formatted)) {
            try {
                $formatters[$key] ??= new IntlDateFormatter($locale, $day, $time, $zone);
                $words = $formatters[$key]->format($moment);
            } catch (Error) {
                // PHP makes one for a language it does not know without a word, and throws at its first use.
                $words = false;
            }
            $formatted = count($formatted) < self::KEPT ? $formatted : [];
            $formatted[$of_moment] = is_string($words) ? $words : null;
        }

        return $formatted[$of_moment];
    }
}
