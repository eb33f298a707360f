<?php

declare(strict_types=1);

use Counterfoil\Business\BusinessModule;
use Counterfoil\Invoices\CreditNotes\CreditExtent;
use Counterfoil\Invoices\CreditNotes\CreditNotesModule;
use Counterfoil\Invoices\CreditNotes\Surplus;
use Counterfoil\Invoices\InvoicesModule;
use Counterfoil\Invoices\Issuing\IssuingModule;
use Counterfoil\Payments\Offline\OfflineMethod;
use Counterfoil\Payments\Online\Wanted;
use Counterfoil\Payments\PaymentsModule;
use Counterfoil\Plugin;
use Counterfoil\Shared\Actor;
use Counterfoil\Shared\DomainError;
use Counterfoil\Shared\Money\Money;
use Counterfoil\Shared\Viewer;

/** Two contacts pay some of the same four bills, each in two tabs, and send their forms at once; the agency records, voids, credits and uses credit. */
return static function (int $process, int $client_id, array $bills, string $round): string {
    $plugin = Plugin::instance();
    $payments = $plugin->module(PaymentsModule::class);
    /** @param list<int> $some */
    $pay = static function (array $some, int $contact) use ($payments, $client_id): string {
        $payment = $payments->pay()->chosen(Wanted::all(array_values($some)), $client_id, Actor::contact($contact, 'Somebody'))->payment;
        if ($payment->gateway_payment_id !== null) {
            // The browser's part, whatever becomes of it.
            file_get_contents(constant('COUNTERFOIL_STRIPE_API_BASE') . '/_control/pay', false, stream_context_create(['http' => [
                'method' => 'POST', 'header' => 'Content-Type: application/json', 'ignore_errors' => true,
                'content' => (string) json_encode(['payment_intent' => $payment->gateway_payment_id, 'card' => '4242424242424242']),
            ]]));
        }

        return 'pay: ' . $payments->refresh()->handle($payment->id, Viewer::system())->payment->state->value;
    };
    [$a, $b, $c, $d] = array_map(intval(...), $bills);
    // Who only writes here would always be before who asks the card network: each of them begins up to a few of its answers later.
    $begin = hrtime(true) + ($process < 4 ? 0 : mt_rand(0, 60_000_000));
    while (hrtime(true) < $begin) {
        continue;
    }
    try {
        return match ($process) {
            0 => $pay([$a, $b, $c], 1),
            1 => $pay([$b, $c, $d], 2),
            2 => $pay([$d, $a], 1),
            3 => $pay([$c], 2),
            4 => 'record: ' . $payments->record_offline()->handle($b, Money::of(12300, 'EUR'), OfflineMethod::BankTransfer, $plugin->module(BusinessModule::class)->calendar()->today(), '', true, Actor::system(), "{$round}-offline")->state->value,
            5 => 'void: ' . $plugin->module(IssuingModule::class)->void()->handle($c, Actor::system())->status->value,
            6 => 'credit: ' . $plugin->module(CreditNotesModule::class)->credit()->handle($d, $plugin->module(InvoicesModule::class)->invoices()->get($d, Viewer::system())->version, CreditExtent::amount(5000), 'Fewer hours', Surplus::Keep, Viewer::system(), "{$round}-note")->number,
            default => 'use: ' . $plugin->module(\Counterfoil\Payments\Credit\CreditModule::class)->use()->handle($a, Money::of(2000, 'EUR'), Viewer::system(), "{$round}-use")->settlement->value,
        };
    } catch (DomainError $error) {
        return "{$process}: {$error->reason}";
    }
};
