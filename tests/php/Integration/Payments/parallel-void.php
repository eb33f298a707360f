<?php

declare(strict_types=1);

use Counterfoil\Business\BusinessModule;
use Counterfoil\Plugin;

/** Of each invoice two processes, by the routes: one voids it, one marks it as paid. */
return static function (int $process, int $user, array $invoice_ids, int $amount): string {
    wp_set_current_user($user);
    $id = $invoice_ids[intdiv($process, 2)];
    $is_void = $process % 2 === 0;
    $request = new WP_REST_Request('POST', "/counterfoil/v1/invoices/{$id}/" . ($is_void ? 'void' : 'offline-payments'));
    $request->set_header('Idempotency-Key', "race-{$id}-{$process}");
    $request->set_header('Content-Type', 'application/json');
    $request->set_body((string) json_encode($is_void ? ['reason' => ''] : [
        'amount' => ['amount' => $amount, 'currency' => 'EUR'],
        'method' => 'cash',
        'paid_on' => Plugin::instance()->module(BusinessModule::class)->calendar()->today(),
        'reference' => '',
        'send_receipt' => true,
    ]));
    $_SERVER['REQUEST_METHOD'] = 'POST';
    $answer = rest_do_request($request);
    $data = $answer->get_data();

    return $answer->get_status() . ' ' . ($answer->get_status() < 300 ? (string) $data['state'] : (string) $data['code']);
};
