<?php

declare(strict_types=1);

use Counterfoil\Identity\IdentityModule;
use Counterfoil\Identity\TokenPurpose;
use Counterfoil\Plugin;

/** Redeems a log-in link; answers whether it was this process that did. */
return static function (int $process, string $secret): bool {
    $tokens = Plugin::instance()->module(IdentityModule::class)->tokens();
    $token = $tokens->find(TokenPurpose::Magic, $secret);

    return $token !== null && $tokens->redeem($token);
};
