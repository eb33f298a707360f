<?php

/**
 * Plugin Name: Neighbour: disabled accounts
 * Description: As plugins that lock accounts do: a WP_Error where WordPress asks whether somebody may come in.
 */

declare(strict_types=1);

add_filter('wp_authenticate_user', static fn (mixed $user): mixed => $user instanceof WP_User && in_array($user->user_email, (array) get_option('neighbour_disabled', []), true)
    ? new WP_Error('account_disabled', 'NEIGHBOUR: this account is disabled.')
    : $user, 20);

add_action('init', static function (): void {
    if (isset($_GET['neighbour_disables'])) {
        update_option('neighbour_disabled', [(string) wp_unslash($_GET['neighbour_disables'])]);
        exit('disabled');
    }
});
