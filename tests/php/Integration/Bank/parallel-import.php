<?php

declare(strict_types=1);

use Counterfoil\Bank\BankModule;
use Counterfoil\Plugin;
use Counterfoil\Shared\Actor;
use Counterfoil\Shared\DomainError;

/** Several of the staff import the same file, or one of these each. */
return static function (int $process, string ...$paths): string {
    try {
        return is_int(Plugin::instance()->module(BankModule::class)->receive()->read($paths[$process % count($paths)], 'statement.txt', Actor::system())) ? 'imported' : 'asked';
    } catch (DomainError $error) {
        return $error->reason;
    }
};
