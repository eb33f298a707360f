<?php

/**
 * Plugin Name: Neighbour: something printed before and after
 * Description: As files saved with a byte order mark and blank lines behind the closing tag do, and plugins that sign what they served.
 */

declare(strict_types=1);

ob_start();
echo "\xEF\xBB\xBF\n\n";

foreach ([0, 1, 50] as $priority) {
    add_action('shutdown', static function () use ($priority): void {
        if (! wp_is_serving_rest_request() || str_contains((string) $_SERVER['REQUEST_URI'], '/pdf')) {
            echo "\n<!-- served in 0.{$priority} seconds -->\n";
        }
    }, $priority);
}
