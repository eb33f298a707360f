<?php

declare(strict_types=1);

use Counterfoil\Plugin;

/** A process of PHP-FPM, as far as it matters here. */
function fastcgi_finish_request(): bool
{
    $GLOBALS['seen_when_answered'] ??= counterfoil_test_states();

    return true;
}

function counterfoil_test_states(): string
{
    $database = Plugin::instance()->database();

    return implode(', ', array_column($database->rows("SELECT state FROM {$database->table('gateway_events')}"), 'state'));
}

/** The card network calls. @return array<string, int|string> its answer, and how far its call is then and in the end */
return static function (int $process, string $body, string $signature): array {
    $request = new WP_REST_Request('POST', '/counterfoil/v1/webhooks/stripe');
    $request->set_header('Content-Type', 'application/json');
    $request->set_header('Stripe-Signature', $signature);
    $request->set_body($body);
    $answer = rest_do_request($request);
    do_action('shutdown');

    return ['status' => $answer->get_status(), 'result' => $answer->get_data()['result'] ?? '', 'answered' => $GLOBALS['seen_when_answered'] ?? 'never', 'end' => counterfoil_test_states()];
};
