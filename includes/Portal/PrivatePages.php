<?php

declare(strict_types=1);

namespace Counterfoil\Portal;

use Counterfoil\Payments\Links\LinkedBill;
use Counterfoil\Portals\CreatePortalPages;
use Counterfoil\Portals\Location;
use WP_Post;

/**
 * Pages with a block of ours: they show somebody's own affairs, so nothing keeps them and nobody lists them.
 * What a page holds is read from the page that WordPress has loaded anyway: no query, on any page of the site.
 */
final readonly class PrivatePages
{
    public const PORTAL = 'counterfoil/portal';
    public const LOGIN = 'counterfoil/login';
    public const INVOICES = 'counterfoil/invoices';
    public const SUBSCRIPTIONS = 'counterfoil/subscriptions';
    public const PAY_BUTTON = 'counterfoil/pay-button';

    private const BLOCKS = [self::PORTAL, self::LOGIN, self::INVOICES, self::SUBSCRIPTIONS, self::PAY_BUTTON];

    /** Patterns in patterns that are looked into. */
    private const MOST_PATTERNS = 4;

    private const KEPT_BY_NOBODY = [
        'Cache-Control' => 'no-store, private, max-age=0',
        'Pragma' => 'no-cache',
        'Expires' => 'Thu, 01 Jan 1970 00:00:00 GMT',
    ];

    public static function is_private(): bool
    {
        foreach (self::BLOCKS as $block) {
            if (self::has($block)) {
                return true;
            }
        }

        return false;
    }

    public static function has(string $block): bool
    {
        $post = is_singular() ? get_queried_object() : null;

        return $post instanceof WP_Post && self::holds($post, $block, self::MOST_PATTERNS);
    }

    /** A synced pattern stands in the content as its number only; WordPress reads it anyway, to draw it. */
    private static function holds(WP_Post $post, string $block, int $depth): bool
    {
        if (has_block($block, $post)) {
            return true;
        }
        if ($depth === 0 || preg_match_all('/<!--\s+wp:block\s+\{[^}]*"ref":\s*(\d+)/', $post->post_content, $found) < 1) {
            return false;
        }
        foreach (array_unique($found[1]) as $id) {
            $pattern = get_post((int) $id);
            if ($pattern instanceof WP_Post && $pattern->post_type === 'wp_block' && $pattern->post_status === 'publish' && self::holds($pattern, $block, $depth - 1)) {
                return true;
            }
        }

        return false;
    }

    /**
     * Whether this is a page that a person looks at, and not a copy of it for somebody else: REST, feeds,
     * embeds and mails render blocks too. Only a page has come to the point where its template is chosen.
     */
    public static function is_page_view(): bool
    {
        return did_action('template_redirect') > 0 && ! is_feed() && ! is_embed() && ! is_admin();
    }

    /**
     * Filter `wp_headers`. The address of a mailed link holds its secret: other sites are not told
     * where somebody came from. (Not "no-referrer": with it browsers call the origin of our own forms "null".)
     *
     * @param array<string, string> $headers
     * @return array<string, string>
     */
    public function headers(array $headers): array
    {
        if (! self::is_private()) {
            return $headers;
        }
        unset($headers['Last-Modified'], $headers['ETag'], $headers['X-Pingback']);

        return [
            ...$headers,
            ...self::KEPT_BY_NOBODY,
            'Referrer-Policy' => self::has(self::PORTAL) && LinkedBill::is_at(Location::current()) ? 'no-referrer' : 'same-origin',
            'X-Robots-Tag' => 'noindex, nofollow, noarchive',
            // Nobody lays our pay button under something else.
            'X-Frame-Options' => 'SAMEORIGIN',
            'Content-Security-Policy' => "frame-ancestors 'self'",
        ];
    }

    /**
     * Filter `wp_robots`.
     *
     * @param array<string, bool|string> $robots
     * @return array<string, bool|string>
     */
    public function robots(array $robots): array
    {
        return self::is_private() ? ['noindex' => true, 'nofollow' => true, 'noarchive' => true] : $robots;
    }

    /** Action `wp`: what caches of pages look at, and what WordPress adds to a page's head about itself. */
    public function prepare(): void
    {
        if (! self::is_private()) {
            return;
        }
        self::tell_caches();
        foreach (['rsd_link', 'wlwmanifest_link', 'wp_generator', 'wp_shortlink_wp_head', 'rest_output_link_wp_head', 'rel_canonical'] as $link) {
            remove_action('wp_head', $link);
        }
        foreach (['feed_links' => 2, 'feed_links_extra' => 3, 'print_emoji_detection_script' => 7, 'wp_oembed_add_discovery_links' => 10, 'wp_oembed_add_host_js' => 10] as $link => $priority) {
            remove_action('wp_head', $link, $priority);
        }
        remove_action('wp_head', 'wp_oembed_add_discovery_links', 4);
        remove_action('wp_enqueue_scripts', 'wp_enqueue_emoji_styles');
        remove_action('wp_print_styles', 'print_emoji_styles');
        remove_action('wp_print_footer_scripts', 'print_emoji_detection_script');
        remove_action('template_redirect', 'rest_output_link_header', 11);
        remove_action('template_redirect', 'wp_shortlink_header', 11);
        add_filter('the_generator', '__return_empty_string');
        // Nothing of a person's is fetched before they ask for it.
        add_filter('wp_speculation_rules_configuration', '__return_null');
    }

    /**
     * For a block that the page's own content does not show: it came with a synced pattern, a template part or
     * a widget. The page is buffered, so there is still time to say so. Search engines may go on to list it: a block
     * in the site's footer is no reason to leave the site out.
     */
    public static function keep_from_caches(): void
    {
        self::tell_caches();
        if (headers_sent() || self::is_private()) {
            return;
        }
        foreach (['Last-Modified', 'ETag'] as $name) {
            header_remove($name);
        }
        foreach (self::KEPT_BY_NOBODY as $name => $value) {
            header("{$name}: {$value}");
        }
    }

    private static function tell_caches(): void
    {
        foreach (['DONOTCACHEPAGE', 'DONOTCACHEOBJECT', 'DONOTMINIFY'] as $constant) {
            if (! defined($constant)) {
                define($constant, true);
            }
        }
    }

    /**
     * Filters of `WP_Query` for searches and site maps: pages on our template are left out by the query itself.
     *
     * @param array<string, mixed> $arguments
     * @return array<string, mixed>
     */
    public static function leave_out(array $arguments): array
    {
        $arguments['meta_query'] = array_filter([$arguments['meta_query'] ?? null, [
            'relation' => 'OR',
            ['key' => '_wp_page_template', 'compare' => 'NOT EXISTS'],
            ['key' => '_wp_page_template', 'value' => CreatePortalPages::TEMPLATE, 'compare' => '!='],
        ]]);

        return $arguments;
    }
}
