<?php

declare(strict_types=1);

use Counterfoil\Business\BusinessModule;
use Counterfoil\Payments\Offline\OfflineMethod;
use Counterfoil\Payments\PaymentsModule;
use Counterfoil\Plugin;
use Counterfoil\Shared\Actor;
use Counterfoil\Shared\Clock\Timestamps;
use Counterfoil\Shared\DomainError;
use Counterfoil\Shared\Money\Money;

/** Several of the staff see the same transfer on the bank's statement. */
return static function (int $process, int $invoice_id, int $amount): string {
    $plugin = Plugin::instance();
    try {
        $today = Timestamps::day($plugin->clock()->now(), $plugin->module(BusinessModule::class)->business()->timezone);

        return $plugin->module(PaymentsModule::class)->record_offline()->handle($invoice_id, Money::of($amount, 'EUR'), OfflineMethod::BankTransfer, $today, '', true, Actor::system(), "offline-{$process}")->state->value;
    } catch (DomainError $error) {
        return $error->reason;
    }
};
