<?php

/**
 * Loads WordPress from within a function: its files set variables of the global scope, which have to be
 * declared before. Expects $root.
 */

declare(strict_types=1);

// phpcs:disable
global $wp, $wpdb, $wp_query, $wp_the_query, $wp_rewrite, $wp_filter, $wp_actions, $wp_filters, $wp_current_filter;
global $wp_version, $wp_db_version, $wp_local_package, $tinymce_version, $required_php_version, $required_php_extensions, $required_mysql_version;
global $table_prefix, $blog_id, $wp_locale, $wp_locale_switcher, $wp_plugin_paths, $wp_object_cache, $wp_roles, $wp_user_roles;
global $shortcode_tags, $wp_embed, $wp_widget_factory, $wp_textdomain_registry, $wp_taxonomies, $wp_post_types, $wp_post_statuses;
global $wp_registered_sidebars, $wp_registered_widgets, $wp_registered_widget_controls, $wp_registered_widget_updates, $_wp_sidebars_widgets;
global $_wp_default_headers, $allowedposttags, $allowedtags, $allowedentitynames, $allowedxmlentitynames, $pass_allowed_html, $pass_allowed_protocols;
global $is_lynx, $is_gecko, $is_winIE, $is_macIE, $is_opera, $is_NS4, $is_safari, $is_chrome, $is_iphone, $is_edge, $is_IE;
global $is_apache, $is_nginx, $is_caddy, $is_IIS, $is_iis7, $pagenow, $timestart, $timeend, $locale, $l10n, $l10n_unloaded, $merged_filters;
global $_wp_theme_features, $_wp_additional_image_sizes, $_wp_post_type_features, $wp_theme_directories, $wp_styles, $wp_scripts, $wp_meta_keys;
global $wp_stylesheet_path, $wp_template_path, $switched, $_wp_switched_stack, $current_user, $user_ID, $phpmailer, $routes, $routes_by_page;
// phpcs:enable

$_SERVER += [
    'HTTP_HOST' => 'localhost:8900',
    'SERVER_NAME' => 'localhost',
    'SERVER_PORT' => '8900',
    'SERVER_PROTOCOL' => 'HTTP/1.1',
    'SERVER_SOFTWARE' => 'PHPUnit',
    'REMOTE_ADDR' => '127.0.0.1',
    'REQUEST_METHOD' => 'GET',
    'REQUEST_URI' => '/',
    'HTTP_USER_AGENT' => 'PHPUnit',
];

/** @var string $root */
require $root . '/wp-load.php';
