<?php

declare(strict_types=1);

use Counterfoil\Payments\Credit\CreditModule;
use Counterfoil\Plugin;
use Counterfoil\Shared\DomainError;
use Counterfoil\Shared\Money\Money;
use Counterfoil\Shared\Viewer;

/** Each pays another invoice with the same credit. */
return static function (int $process, int $first_id, int $amount): string {
    try {
        Plugin::instance()->module(CreditModule::class)->use()->handle($first_id + $process, Money::of($amount, 'EUR'), Viewer::system(), "use-{$process}");

        return 'used';
    } catch (DomainError $error) {
        return $error->reason;
    }
};
