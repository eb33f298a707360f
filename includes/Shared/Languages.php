<?php

declare(strict_types=1);

namespace Counterfoil\Shared;

use Closure;
use WP_Locale_Switcher;

/**
 * The languages the plugin brings its own words in. WordPress switches only to languages whose pack is
 * installed; a client may read Polish on a site that never heard of it.
 */
final readonly class Languages
{
    /** The language the code is written in. */
    private const SOURCE = 'en_US';

    /** @return non-empty-list<string> WordPress' locales, "pl_PL" */
    public static function shipped(): array
    {
        $locales = [self::SOURCE];
        foreach ((array) glob(dirname(COUNTERFOIL_FILE) . '/build/languages/counterfoil-*.mo') as $file) {
            $locales[] = substr(basename((string) $file, '.mo'), strlen('counterfoil-'));
        }

        return $locales;
    }

    /**
     * Runs `$work` in a language, and comes back to the present one. Where there are no words of it, those of
     * another country with the same language are taken (en_US for en_GB); without those either, the present
     * language stays: determine_locale() tells which it was.
     *
     * @template T
     * @param string $locale WordPress' form; empty stays where we are
     * @param Closure(): T $work
     * @return T
     */
    public static function in(string $locale, Closure $work): mixed
    {
        $switched = self::enter($locale);
        try {
            return $work();
        } finally {
            if ($switched) {
                self::leave();
            }
        }
    }

    /**
     * Runs `$work` with those translations alone that its place can show; where it can't, the words of the code are taken.
     *
     * @template T
     * @param Closure(string): bool $can_be_shown
     * @param Closure(): T $work
     * @return T
     */
    public static function where_shown(Closure $can_be_shown, Closure $work): mixed
    {
        $word = static fn (string $translation, string $text): string => $can_be_shown($translation) ? $translation : $text;
        $words = static fn (string $translation, string $single, string $plural, int $count): string
            => $can_be_shown($translation) ? $translation : ($count === 1 ? $single : $plural);
        $filters = ['gettext_counterfoil' => $word, 'gettext_with_context_counterfoil' => $word, 'ngettext_counterfoil' => $words, 'ngettext_with_context_counterfoil' => $words];
        foreach ($filters as $hook => $filter) {
            add_filter($hook, $filter, 99, 4);
        }
        try {
            return $work();
        } finally {
            foreach ($filters as $hook => $filter) {
                remove_filter($hook, $filter, 99);
            }
        }
    }

    /** For what has no end of its own, such as a page: as in(), until leave(). @return bool whether there is something to leave */
    public static function enter(string $locale): bool
    {
        if ($locale === '' || $locale === determine_locale()) {
            return false;
        }
        self::teach_switcher();
        if (switch_to_locale($locale)) {
            return true;
        }
        $language = strtok($locale, '_');
        if ($language === strtok(determine_locale(), '_')) {
            return false;
        }
        foreach (self::shipped() as $shipped) {
            if (strtok($shipped, '_') === $language) {
                return switch_to_locale($shipped);
            }
        }

        return false;
    }

    /**
     * German as WordPress has it is five languages ("de_DE_formal", "de_AT" …), and we bring one: where there is no file of a
     * language, the one of its nearest relative is read. English needs none, it is in the code.
     *
     * @param string $file path of a .mo or .json of ours that WordPress is about to read
     */
    public static function relative_of(string $file): string
    {
        if (is_file($file) || preg_match('~^(.*/counterfoil-)([a-z]{2,3})_\w+?((?:-[\w-]+)?\.(?:mo|json))$~', $file, $part) !== 1) {
            return $file;
        }
        foreach ($part[2] === strtok(self::SOURCE, '_') ? [] : self::shipped() as $shipped) {
            if (strtok($shipped, '_') === $part[2]) {
                return $part[1] . $shipped . $part[3];
            }
        }

        return $file;
    }

    /**
     * WordPress' switcher asks once, when it is made, which languages there are: it is made anew, with ours. Elsewhere the
     * answer stays WordPress' own: a site can't be shown in a language that only this plugin speaks.
     */
    private static function teach_switcher(): void
    {
        static $taught = null;
        global $wp_locale_switcher;
        if (! $wp_locale_switcher instanceof WP_Locale_Switcher || is_locale_switched()) {
            return;
        }
        if ($taught !== $wp_locale_switcher) {
            $offer = self::with_shipped(...);
            add_filter('get_available_languages', $offer);
            $taught = $wp_locale_switcher = new WP_Locale_Switcher();
            remove_filter('get_available_languages', $offer);
        }
        if (! has_filter('locale', [$taught, 'filter_locale'])) {
            $taught->init();
        }
    }

    public static function leave(): void
    {
        restore_previous_locale();
    }

    /**
     * @param list<string> $installed
     * @return list<string>
     */
    private static function with_shipped(array $installed): array
    {
        return array_values(array_unique([...$installed, ...self::shipped()]));
    }
}
