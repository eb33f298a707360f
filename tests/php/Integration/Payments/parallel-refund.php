<?php

declare(strict_types=1);

use Counterfoil\Payments\PaymentsModule;
use Counterfoil\Plugin;
use Counterfoil\Shared\Actor;
use Counterfoil\Shared\DomainError;
use Counterfoil\Shared\Money\Money;

/** Everybody wants to give back all that is left. */
return static function (int $process, int $payment_id, int $amount): string {
    try {
        return Plugin::instance()->module(PaymentsModule::class)->refund()->handle($payment_id, Money::of($amount, 'EUR'), '', Actor::system(), "refund-{$process}")->state->value;
    } catch (DomainError $error) {
        return $error->reason;
    }
};
