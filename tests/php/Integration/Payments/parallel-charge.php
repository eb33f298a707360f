<?php

declare(strict_types=1);

use Counterfoil\Payments\Methods\MethodsModule;
use Counterfoil\Plugin;
use Counterfoil\Shared\DomainError;

/** Ten workers with the same renewal, or ten renewals of the same bill. */
return static function (int $process, int $invoice_id, bool $one_key): string {
    try {
        return Plugin::instance()->module(MethodsModule::class)->charge()->handle($invoice_id, null, $one_key ? 'key' : "key-{$process}")->state->value;
    } catch (DomainError $error) {
        return $error->reason;
    }
};
