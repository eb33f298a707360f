<?php

declare(strict_types=1);

use Counterfoil\Business\BusinessModule;
use Counterfoil\Invoices\InvoicesModule;
use Counterfoil\Invoices\Issuing\IssuingModule;
use Counterfoil\Payments\Offline\OfflineMethod;
use Counterfoil\Payments\PaymentsModule;
use Counterfoil\Payments\Portal\PayPagesModule;
use Counterfoil\Plugin;
use Counterfoil\Shared\Actor;
use Counterfoil\Shared\DomainError;
use Counterfoil\Shared\Viewer;

/** One clicks on Pay, one marks the same invoice as paid, one declares it void: of each invoice three processes. */
return static function (int $process, array $invoice_ids): string {
    $plugin = Plugin::instance();
    $payments = $plugin->module(PaymentsModule::class);
    $invoice = $plugin->module(InvoicesModule::class)->invoices()->get($invoice_ids[intdiv($process, 3)], Viewer::system());
    try {
        return match ($process % 3) {
            0 => $plugin->module(PayPagesModule::class)->portal_resource()->to_wire($payments->pay()->handle($invoice->id, $invoice->client_id, Actor::contact(1, 'Ada Lindqvist')))['state'],
            1 => $payments->record_offline()->handle($invoice->id, $invoice->total(), OfflineMethod::Cash, $plugin->module(BusinessModule::class)->calendar()->today(), '', true, Actor::system(), "close-{$invoice->id}")->state->value,
            default => $plugin->module(IssuingModule::class)->void()->handle($invoice->id, Actor::system())->status->value,
        };
    } catch (DomainError $error) {
        return $error->reason;
    }
};
