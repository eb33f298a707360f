<?php

/**
 * Plugin Name: Neighbour: a cron that dies
 * Description: Some other job was begun a moment ago and took its process down, so WordPress starts no cron for a minute.
 */

declare(strict_types=1);

add_action('init', static function (): void {
    if (! wp_doing_cron()) {
        set_transient('doing_cron', sprintf('%.22F', microtime(true)));
    }
});
