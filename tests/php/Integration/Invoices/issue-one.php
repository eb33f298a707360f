<?php

declare(strict_types=1);

use Counterfoil\Invoices\Issuing\IssuingModule;
use Counterfoil\Plugin;
use Counterfoil\Shared\Actor;
use Counterfoil\Shared\DomainError;

/** Issues one draft; answers "issued" or why not. */
return static function (int $process, int $id): string {
    try {
        Plugin::instance()->module(IssuingModule::class)->issue()->handle($id, 1, Actor::system());
    } catch (DomainError $error) {
        return $error->reason;
    }

    return 'issued';
};
