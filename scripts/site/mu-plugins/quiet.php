<?php

/**
 * Plugin Name: Quiet site
 * Description: A site that asks nobody outside: no update checks, no avatars, no news.
 */

declare(strict_types=1);

foreach (['core', 'plugins', 'themes'] as $what) {
    add_filter(
        "pre_site_transient_update_{$what}",
        static fn (): object => (object) [
            'last_checked' => time(),
            'version_checked' => get_bloginfo('version'),
            'updates' => [],
            'response' => [],
            'translations' => [],
            'checked' => [],
            'no_update' => [],
        ]
    );
}
// Who asks all the same (the list of plugins does) hears at once that there is nothing new.
add_filter('pre_http_request', static function (mixed $before, array $arguments, string $url): mixed {
    if (! str_ends_with((string) wp_parse_url($url, PHP_URL_HOST), 'wordpress.org')) {
        return $before;
    }
    if (! str_contains($url, '-check/') && ! str_contains($url, '/translations/')) {
        return new WP_Error('http_request_failed', 'This site asks nobody outside.');
    }

    return [
        'headers' => [],
        'body' => '{"offers":[],"plugins":[],"themes":[],"no_update":[],"translations":[]}',
        'response' => ['code' => 200, 'message' => 'OK'],
        'cookies' => [],
        'filename' => null,
    ];
}, 10, 3);
add_filter('translations_api', static fn (): array => ['translations' => []]);
add_filter('pre_option_show_avatars', '__return_zero');
add_action('wp_dashboard_setup', static function (): void {
    remove_meta_box('dashboard_primary', 'dashboard', 'side');
});
add_action('admin_init', static function (): void {
    remove_action('admin_init', '_maybe_update_core');
    remove_action('admin_init', '_maybe_update_plugins');
    remove_action('admin_init', '_maybe_update_themes');
    remove_action('welcome_panel', 'wp_welcome_panel');
}, 1);
// A local site answers itself without TLS; its health checks would only wait for the outside.
add_filter('site_status_tests', static fn (): array => ['direct' => [], 'async' => []]);
add_filter('admin_email_check_interval', '__return_zero');
