<?php

/**
 * Installs WordPress into an empty database, as the installer's form would.
 *
 * Arguments: the site's folder, a JSON object {title, user, email, password, plugin: "activate"|"list"|"none"}.
 */

declare(strict_types=1);

[, $root, $json] = $argv;
/** @var array{title: string, user: string, email: string, password: string, plugin: string} $wanted */
$wanted = json_decode($json, true, 8, JSON_THROW_ON_ERROR);

define('WP_INSTALLING', true);
$_SERVER['HTTP_HOST'] = (string) parse_url((string) getenv('COUNTERFOIL_SITE_URL'), PHP_URL_HOST);
$_SERVER['REQUEST_METHOD'] = 'GET';
$_SERVER['SERVER_PROTOCOL'] = 'HTTP/1.1';

require $root . '/wp-load.php';
require_once ABSPATH . 'wp-admin/includes/upgrade.php';
require_once ABSPATH . 'wp-admin/includes/plugin.php';

add_filter('pre_wp_mail', '__return_true');

if (! is_blog_installed()) {
    wp_install($wanted['title'], $wanted['user'], $wanted['email'], true, '', $wanted['password']);
    foreach (
        [
            'timezone_string' => 'Europe/Warsaw',
            'date_format' => 'j F Y',
            'time_format' => 'H:i',
            'start_of_week' => 1,
            'default_comment_status' => 'closed',
            'default_ping_status' => 'closed',
            'blogdescription' => '',
            'fresh_site' => 0,
        ] as $option => $value
    ) {
        update_option($option, $value);
    }
    // "Hello world!" and "Sample Page".
    wp_delete_post(1, true);
    wp_delete_post(2, true);
    update_user_meta(1, 'show_welcome_panel', 0);
}
switch_theme('twentytwentyfive');
global $wp_rewrite;
$wp_rewrite->set_permalink_structure('/%postname%/');

if ($wanted['plugin'] === 'activate') {
    $result = activate_plugin('counterfoil/plugin-root.php');
    if (is_wp_error($result)) {
        fwrite(STDERR, $result->get_error_message() . "\n");
        exit(1);
    }
} elseif ($wanted['plugin'] === 'list') {
    // The tests activate it themselves, in their own copy of this database.
    update_option('active_plugins', ['counterfoil/plugin-root.php']);
}
flush_rewrite_rules(false);
