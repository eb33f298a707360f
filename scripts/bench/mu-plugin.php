<?php

/**
 * Plugin Name: Bench
 * Description: A route that does nothing, to compare with, and how many queries each route made of our tables.
 */

declare(strict_types=1);

$queries = 0;
add_filter('query', static function (string $query) use (&$queries): string {
    $queries += str_contains($query, 'counterfoil_') && preg_match('/^\s*(?:SELECT|INSERT|UPDATE|DELETE|REPLACE)\b/i', $query) === 1 ? 1 : 0;

    return $query;
});
add_action('rest_api_init', static function () use (&$queries): void {
    register_rest_route('bench/v1', '/nothing', [
        'methods' => 'GET',
        'callback' => static fn (): array => ['items' => []],
        'permission_callback' => 'is_user_logged_in',
    ]);
    // What WordPress asked before it came to the route (options of ours) is counted too: it is part of the price.
    add_filter('rest_post_dispatch', static function (WP_REST_Response $response) use (&$queries): WP_REST_Response {
        $response->header('X-Bench-Queries', (string) $queries);

        return $response;
    });
});
// As after a change: nothing that was kept holds.
if (($_GET['context'] ?? '') === 'anew') {
    add_filter('rest_request_before_callbacks', static function (mixed $response): mixed {
        Counterfoil\Plugin::instance()->kept_answers()->forget();

        return $response;
    });
}
add_filter('counterfoil_modules', static function (array $modules): array {
    require_once __DIR__ . '/NothingModule.php';

    return [...$modules, NothingModule::class];
});
// The same site without us, for the same request.
if (isset($_SERVER['HTTP_X_BENCH_WITHOUT'])) {
    add_filter('option_active_plugins', '__return_empty_array');
}
