<?php

/**
 * The fake Stripe keeps the demo's time: debits settle and come back as the date in the admin bar moves on.
 *
 * @see tests/stripe/BEHAVIOUR.md
 */

declare(strict_types=1);

add_action('counterfoil_demo_clock_moved', static function (int $seconds): void {
    if (defined('COUNTERFOIL_STRIPE_API_BASE') && defined('COUNTERFOIL_DEMO')) {
        wp_remote_post(COUNTERFOIL_STRIPE_API_BASE . '/_control/clock', [
            'headers' => ['Content-Type' => 'application/json'],
            'body' => (string) wp_json_encode(['offset' => $seconds]),
        ]);
    }
});
