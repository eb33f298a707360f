<?php

/**
 * Plugin Name: Neighbour: REST for staff only
 * Description: As firewalls do: everybody else's request for a route is answered with a page of theirs.
 */

declare(strict_types=1);

add_action('rest_api_init', static function (): void {
    if (! current_user_can('edit_posts')) {
        status_header(403);
        header('Content-Type: text/html; charset=utf-8');
        echo '<!doctype html><title>NEIGHBOUR</title><p>NEIGHBOUR: this request was blocked.</p>';
        exit;
    }
}, 0);
