<?php

declare(strict_types=1);

namespace Counterfoil\Invoices;

use Closure;
use Counterfoil\Documents\Text\Glyphs;
use Counterfoil\Shared\Address;
use Counterfoil\Shared\Clock\DayFormat;
use Counterfoil\Shared\Languages;
use Counterfoil\Shared\Money\MoneyFormat;
use Locale;

/** The language a document is written in: its words, its numbers and its dates. */
final readonly class DocumentLanguage
{
    /** @param 'ltr'|'rtl' $direction */
    private function __construct(
        /** WordPress' form, "pl_PL" */
        public string $locale,
        public string $direction,
        public MoneyFormat $numbers,
        private DayFormat $days,
        private ?Glyphs $glyphs = null,
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
            $numbers = self::of_numbers($locale);

            return $write(new self($numbers, is_rtl() ? 'rtl' : 'ltr', self::numbers($numbers), new DayFormat($numbers)));
        });
    }

    /**
     * The same for a page that is drawn later, in the language of its reader.
     *
     * @param Closure(self): string $draw
     * @return Closure(): string
     */
    public static function of_reader(Closure $draw): Closure
    {
        return static fn (): string => self::speak(determine_locale(), $draw);
    }

    /**
     * The same for paper, whose fonts don't have every script: what they can't draw is written in Latin digits, with the
     * currency's code, or in the language the product is written in.
     *
     * @template T
     * @param Closure(self): T $write
     * @return T
     */
    public static function on_paper(string $locale, Glyphs $glyphs, Closure $write): mixed
    {
        return Languages::in($locale, static function () use ($locale, $glyphs, $write): mixed {
            $numbers = self::of_numbers($locale);
            $is_rtl = is_rtl() && $glyphs->can_draw(__('Total', 'counterfoil'));
            $language = new self($numbers, $is_rtl ? 'rtl' : 'ltr', new MoneyFormat($numbers, $glyphs->can_draw(...)), new DayFormat($numbers, $glyphs->can_draw(...)), $glyphs);

            return Languages::where_shown($glyphs->can_draw(...), static fn (): mixed => $write($language));
        });
    }

    /** Of another country with the same language (en_GB on a site in en_US) at least numbers and dates. */
    private static function of_numbers(string $locale): string
    {
        $spoken = determine_locale();

        return strtok($spoken, '_') === strtok($locale, '_') ? $locale : $spoken;
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
        return $this->days->day($day);
    }

    /** @return list<string> a postal address, its country in this language */
    public function address(Address $address, string $home_country): array
    {
        $lines = $address->lines($this->locale, $home_country);

        return $this->glyphs === null || $address->country === '' || $this->glyphs->can_draw((string) Locale::getDisplayRegion("-{$address->country}", $this->locale))
            ? $lines
            : $address->lines('en_US', $home_country);
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
