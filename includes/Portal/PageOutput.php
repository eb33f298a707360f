<?php

declare(strict_types=1);

namespace Counterfoil\Portal;

use WP_HTML_Tag_Processor;

/**
 * Keeps what our blocks draw away from whatever goes over the page's content after them: shortcodes, typographic
 * quotes, smilies, embeds, and what themes and other plugins add to these. In the content stands an empty, hidden
 * element with a secret that was drawn by lot for this one place; the markup is put there when the whole page is
 * done, and what was put in is not searched again. Where no page is finished (a feed, a mail, a description made
 * of the content, a copy kept for later) the element stays what it is: nothing.
 */
final class PageOutput
{
    private const ATTRIBUTE = 'data-cf-block';

    /**
     * The element as minifiers and XML serializers leave it: other attributes, quotes or none, closed in either way.
     * Not with backslashes, as in a string of a script: there our markup would be somebody's code.
     */
    private const PLACE = '~<div\b[^<>\\\\]*?\s' . self::ATTRIBUTE . '=(["\']?)([0-9a-f]{32})\1(?=[\s/>])[^<>\\\\]*?(?:/>|>\s*</div\s*>)~i';

    /** @var array<string, string> markup by secret */
    private static array $drawn = [];

    /** Of our output buffer among all; 0 while there is none. */
    private static int $level = 0;

    /** Action `template_redirect`: a page of ours, for whoever answers it without coming to a template. */
    public static function around_private_page(): void
    {
        if (PrivatePages::is_private()) {
            self::begin();
        }
    }

    /** Filter `template_include`: a block in a synced pattern, a template part or a widget may be on any page. */
    public static function around_template(mixed $template): mixed
    {
        self::begin();

        return $template;
    }

    /** Buffers the page from here on, once. Buffers of others may be around ours or inside of it. */
    public static function begin(): void
    {
        if (self::$level === 0 && PrivatePages::is_page_view() && ob_start([self::class, 'finish'])) {
            self::$level = ob_get_level();
        }
    }

    /** @return string what stands in the content for this markup */
    public static function hold(string $html): string
    {
        if ($html === '') {
            return '';
        }
        $secret = bin2hex(random_bytes(16));
        self::$drawn[$secret] = $html;

        return '<div hidden ' . self::ATTRIBUTE . "=\"{$secret}\"></div>";
    }

    /** Puts the markup where it belongs. Also the output buffer's callback, which may not open another one. */
    public static function finish(string $page): string
    {
        if (self::$drawn === []) {
            return $page;
        }

        return preg_replace_callback(
            self::PLACE,
            static fn (array $found): string => self::with_classes(self::$drawn[strtolower($found[2])] ?? '', $found[0]),
            $page
        ) ?? $page;
    }

    /**
     * Action `shutdown`, first. Who takes the contents of all buffers to print them anew asks nobody's callback,
     * so the page is finished before: in our buffer, and in what was left open inside of it. Those with a
     * callback of their own are ended by WordPress as always.
     */
    public static function end(): void
    {
        $open = self::$level === 0 ? [] : array_slice(ob_get_status(true), self::$level - 1);
        [$first, self::$level] = [self::$level, 0];
        if (($open[0]['name'] ?? '') !== self::class . '::finish') {
            return;
        }
        foreach (array_slice($open, 1) as $inner) {
            if ($inner['name'] !== 'default output handler' || ($inner['flags'] & PHP_OUTPUT_HANDLER_STDFLAGS) !== PHP_OUTPUT_HANDLER_STDFLAGS) {
                return;
            }
        }
        $contents = [];
        while (ob_get_level() >= $first) {
            array_unshift($contents, self::finish((string) ob_get_clean()));
        }
        foreach ($contents as $depth => $content) {
            if ($depth > 0) {
                ob_start();
            }
            echo $content; // phpcs:ignore WordPress.Security.EscapeOutput.OutputNotEscaped -- the page as it was printed
        }
    }

    /** WordPress puts classes on a block's first element, to hide it on small screens for one. */
    private static function with_classes(string $html, string $place): string
    {
        $element = new WP_HTML_Tag_Processor($place);
        $classes = $element->next_tag() ? $element->get_attribute('class') : null;
        if (! is_string($classes) || $html === '') {
            return $html;
        }
        $first = new WP_HTML_Tag_Processor($html);
        if ($first->next_tag()) {
            foreach (preg_split('/\s+/', $classes, -1, PREG_SPLIT_NO_EMPTY) ?: [] as $class) {
                $first->add_class($class);
            }
        }

        return $first->get_updated_html();
    }
}
