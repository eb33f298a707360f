<?php

declare(strict_types=1);

use Counterfoil\Invoices\InvoicesModule;
use Counterfoil\Payments\Offline\OfflineMethod;
use Counterfoil\Payments\PaymentsModule;
use Counterfoil\Plugin;
use Counterfoil\Shared\Actor;
use Counterfoil\Shared\Change\Change;
use Counterfoil\Shared\Money\Money;
use Counterfoil\Shared\Viewer;

/** Whole sums of different payments come for a pro-forma at once, as from different banks. */
return static function (int $process, int $pro_forma_id, int $amount): string {
    $plugin = Plugin::instance();
    $payments = $plugin->module(PaymentsModule::class);
    $id = $plugin->changes()->run(Actor::system(), static function (Change $change) use ($plugin, $payments, $pro_forma_id, $amount, $process): int {
        $payments->payments()->lock_invoices([$pro_forma_id]);
        $for = $payments->payments()->now_for($pro_forma_id);
        $invoice = $plugin->module(InvoicesModule::class)->invoices()->get($for, Viewer::system());
        $id = $payments->payments()->record_offline([$for => $invoice->due()->amount], $invoice->client_id, Money::of($amount, 'EUR'), OfflineMethod::BankTransfer, '', false, $plugin->clock()->now(), "parallel-{$process}");
        $payment = $payments->payments()->get($id, Viewer::system());
        $change->event('payment.recorded_offline', $payment->subjects(), $payment->client_id);
        $payments->allocate()->came($change, $payment, 'payment.recorded');

        return $id;
    });

    return (string) $payments->payments()->get($id, Viewer::system())->allocations[0]->invoice_id;
};
