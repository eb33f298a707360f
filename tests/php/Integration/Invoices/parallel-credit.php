<?php

declare(strict_types=1);

use Counterfoil\Invoices\CreditNotes\CreditExtent;
use Counterfoil\Invoices\CreditNotes\CreditNotesModule;
use Counterfoil\Invoices\CreditNotes\Surplus;
use Counterfoil\Invoices\InvoicesModule;
use Counterfoil\Plugin;
use Counterfoil\Shared\DomainError;
use Counterfoil\Shared\Viewer;

/** Each credits 40.00 of it, again and again, as it finds the invoice at that moment; every other one pays no heed to who was first. */
return static function (int $process, int $invoice_id, int $amount): array {
    $said = [];
    for ($i = 0; $i < 4; $i++) {
        try {
            $invoice = Plugin::instance()->module(InvoicesModule::class)->invoices()->get($invoice_id, Viewer::system());
            Plugin::instance()->module(CreditNotesModule::class)->credit()->handle($invoice_id, $invoice->version, CreditExtent::amount($amount), 'Cancelled', Surplus::Keep, Viewer::system(), "credit-{$process}-{$i}");
            $said[] = 'credited';
        } catch (DomainError $error) {
            $said[] = $error->reason;
        }
    }

    return $said;
};
