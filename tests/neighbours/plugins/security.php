<?php

/**
 * Plugin Name: Neighbour: a security plugin
 * Description: Moved wp-login.php, nobody lists users, a strict policy for scripts, no XML-RPC, no application passwords.
 */

declare(strict_types=1);

const NEIGHBOUR_DOOR = 'secret-door';

$moved = static fn (string $url): string => str_replace('wp-login.php', NEIGHBOUR_DOOR . '/', $url);
foreach (['site_url', 'network_site_url', 'login_url', 'logout_url', 'lostpassword_url', 'wp_redirect'] as $filter) {
    add_filter($filter, $moved, 99);
}
add_action('init', static function (): void {
    if (str_contains((string) $_SERVER['REQUEST_URI'], 'wp-login.php')) {
        status_header(404);
        exit('NEIGHBOUR: there is nothing here.');
    }
}, 0);
add_filter('rest_endpoints', static fn (array $routes): array => array_filter($routes, static fn (string $route): bool => ! str_starts_with($route, '/wp/v2/users'), ARRAY_FILTER_USE_KEY));
add_action('template_redirect', static function (): void {
    if (isset($_GET['author']) || is_author()) {
        wp_safe_redirect(home_url('/'));
        exit;
    }
}, -1);
add_filter('xmlrpc_enabled', '__return_false');
add_filter('wp_is_application_passwords_available', '__return_false');
add_filter('wp_headers', static fn (array $headers): array => $headers + [
    'Content-Security-Policy' => "default-src 'self'; object-src 'none'",
    'X-Frame-Options' => 'DENY',
    'Strict-Transport-Security' => 'max-age=300',
]);
foreach (['authenticate', 'login_errors'] as $filter) {
    add_filter($filter, static fn (mixed $result): mixed => $result instanceof WP_Error ? new WP_Error('neighbour', 'NEIGHBOUR: no.') : (is_string($result) ? 'NEIGHBOUR: no.' : $result), 100);
}
