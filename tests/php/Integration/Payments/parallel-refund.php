<?php

declare(strict_types=1);

use Counterfoil\Payments\Refunds\RefundsModule;
use Counterfoil\Plugin;
use Counterfoil\Shared\DomainError;
use Counterfoil\Shared\Money\Money;
use Counterfoil\Shared\Viewer;

/** Everybody wants to give back all that is left. */
return static function (int $process, int $payment_id, int $amount): string {
    try {
        return Plugin::instance()->module(RefundsModule::class)->refund()->handle($payment_id, Money::of($amount, 'EUR'), '', Viewer::system(), "refund-{$process}")->state->value;
    } catch (DomainError $error) {
        return $error->reason;
    }
};
