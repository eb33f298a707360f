<?php

/**
 * Plugin Name: Neighbour: REST for users only
 * Description: As the plugins that "disable the REST API" do: whoever is not logged in gets a 401 in their words.
 */

declare(strict_types=1);

add_filter('rest_authentication_errors', static fn (mixed $before): mixed => $before instanceof WP_Error || is_user_logged_in()
    ? $before
    : new WP_Error('rest_login_required', 'NEIGHBOUR: the REST API is for logged-in users.', ['status' => 401]), 99);
