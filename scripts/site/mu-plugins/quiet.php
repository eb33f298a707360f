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
foreach (['wp_version_check', 'wp_update_plugins', 'wp_update_themes'] as $check) {
    remove_action($check, $check);
    add_filter('pre_schedule_event', static fn (mixed $before, stdClass $event): mixed => $event->hook === $check ? false : $before, 10, 2);
}
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
