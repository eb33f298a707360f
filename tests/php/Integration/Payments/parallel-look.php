<?php

declare(strict_types=1);

use Counterfoil\Payments\PaymentsModule;
use Counterfoil\Plugin;
use Counterfoil\Shared\Queue\Worker;
use Counterfoil\Shared\Viewer;

/** Some bring the same webhook, some are workers, some are the payer's browser. */
return static function (int $process, int $payment_id, int $client_id, string $body, string $signature): string {
    if ($process % 3 === 0) {
        do_action(Worker::ACTION);

        return 'worked';
    }
    if ($process % 3 === 1) {
        return Plugin::instance()->module(PaymentsModule::class)->refresh()->handle($payment_id, Viewer::system())->payment->state->value;
    }
    $request = new WP_REST_Request('POST', '/counterfoil/v1/webhooks/stripe');
    $request->set_header('Content-Type', 'application/json');
    $request->set_header('Stripe-Signature', $signature);
    $request->set_body($body);

    return (string) rest_do_request($request)->get_status();
};
