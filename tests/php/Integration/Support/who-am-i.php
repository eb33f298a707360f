<?php

declare(strict_types=1);

use Counterfoil\Plugin;

/** What is a process' own: its number, its connection, chance, whom it takes for the user, what it remembers. */
return static function (int $process): array {
    global $wpdb;
    $errors = $wpdb->suppress_errors();
    $is_ours = $wpdb->query('SELECT 1 FROM counterfoil_connection') !== false;
    $wpdb->suppress_errors($errors);

    return [
        'pid' => getmypid(),
        'has connection of the test' => $is_ours,
        'quick chance' => mt_rand(),
        'chance' => bin2hex(random_bytes(8)),
        'user' => get_current_user_id(),
        'cached' => wp_cache_get('here', 'tests'),
        'hooked' => has_action('counterfoil_test_of_processes'),
        'shifted' => abs(Plugin::instance()->clock()->now()->getTimestamp() - time()) > 1000,
        'get' => $_GET,
        'in_transaction' => Plugin::instance()->database()->is_in_transaction(),
    ];
};
