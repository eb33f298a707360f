<?php

/**
 * Plugin Name: Neighbour: a database that fails
 * Description: A statement of our choice breaks, as it does on a full disk; with errors shown, as careless hosts have them.
 */

declare(strict_types=1);

ini_set('display_errors', '1');
$GLOBALS['wpdb']->show_errors();

add_filter('query', static fn (string $query): string => isset($_SERVER['HTTP_X_NEIGHBOUR_BREAKS']) && preg_match(wp_unslash($_SERVER['HTTP_X_NEIGHBOUR_BREAKS']), $query) === 1
    ? 'SELECT * FROM wp_neighbour_has_no_such_table'
    : $query);
