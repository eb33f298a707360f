<?php

declare(strict_types=1);

namespace Counterfoil\Invoices;

use Closure;
use Counterfoil\Shared\Languages;
use Counterfoil\Shared\Money\MoneyFormat;
use DateTimeImmutable;
use DateTimeZone;
use IntlDateFormatter;

/** The language a document is written in: its words, its numbers and its dates. */
final readonly class DocumentLanguage
{
    /** @param 'ltr'|'rtl' $direction */
    private function __construct(
        /** WordPress' form, "pl_PL" */
        public string $locale,
        public string $direction,
        public MoneyFormat $numbers,
    ) {
    }

    /**
     * Runs `$write` with translations of `$locale`. Where there are none, words stay in the site's own
     * language and numbers and dates follow it too: half a translation helps nobody.
     *
     * @template T
     * @param Closure(self): T $write
     * @return T
     */
    public static function speak(string $locale, Closure $write): mixed
    {
        return Languages::in($locale, static function () use ($locale, $write): mixed {
            $spoken = determine_locale();
            // Of another country with the same language (en_GB on a site in en_US) at least numbers and dates.
            $numbers = strtok($spoken, '_') === strtok($locale, '_') ? $locale : $spoken;

            return $write(new self($numbers, is_rtl() ? 'rtl' : 'ltr', self::numbers($numbers)));
        });
    }

    /** Made once for each language: who issues many invoices waits for it once. */
    private static function numbers(string $locale): MoneyFormat
    {
        /** @var array<string, MoneyFormat> $formats */
        static $formats = [];

        return $formats[$locale] ??= new MoneyFormat($locale);
    }

    /** BCP 47, "pl-PL" */
    public function tag(): string
    {
        return str_replace('_', '-', $this->locale);
    }

    /** "12 December 2026" from "2026-12-12" */
    public function day(string $day): string
    {
        /** @var array<string, IntlDateFormatter> $formatters by locale: making one takes longer than all else about a date */
        static $formatters = [];
        $formatter = $formatters[$this->locale] ??= new IntlDateFormatter($this->locale, IntlDateFormatter::LONG, IntlDateFormatter::NONE, 'UTC');
        $formatted = $formatter->format(new DateTimeImmutable($day, new DateTimeZone('UTC')));

        return $formatted === false ? $day : $formatted;
    }

    /** "23%", "7,5%" */
    public function percent(string $percent): string
    {
        return sprintf(
            /* translators: %s: a number; the result is a percentage */
            __('%s%%', 'counterfoil'),
            $this->numbers->decimal($percent)
        );
    }
}
