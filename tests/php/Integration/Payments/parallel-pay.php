<?php

declare(strict_types=1);

use Counterfoil\Payments\PaymentsModule;
use Counterfoil\Payments\Portal\PayPagesModule;
use Counterfoil\Plugin;
use Counterfoil\Shared\Actor;
use Counterfoil\Shared\DomainError;

/** Two contacts of one client, several tabs each. */
return static function (int $process, int $invoice_id, int $client_id): array {
    $plugin = Plugin::instance();
    try {
        $view = $plugin->module(PaymentsModule::class)->pay()->handle($invoice_id, $client_id, Actor::contact(1 + $process % 2, 'Somebody'));
    } catch (DomainError $error) {
        return ['refused' => $error->reason];
    }

    return ['id' => $view->payment->id, 'intent' => $view->payment->gateway_payment_id, 'wire' => $plugin->module(PayPagesModule::class)->portal_resource()->to_wire($view)['state']];
};
