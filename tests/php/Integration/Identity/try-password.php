<?php

declare(strict_types=1);

use Counterfoil\Identity\KnownDevice;
use Counterfoil\Identity\Throttle;
use Counterfoil\Identity\ThrottleRepository;
use Counterfoil\Identity\TrustedProxy;
use Counterfoil\Identity\Visitor;
use Counterfoil\Plugin;
use Counterfoil\Shared\DomainError;

/** As many tries as it is let; answers how many that were. */
return static function (int $process, string $email): int {
    $throttle = new Throttle(new ThrottleRepository(Plugin::instance()->database(), Plugin::instance()->clock()), new KnownDevice(Plugin::instance()->clock()), new Visitor(static fn () => new TrustedProxy()));
    $tries = 0;
    for ($try = 0; $try < 20; ++$try) {
        try {
            $throttle->password($email);
            ++$tries;
        } catch (DomainError) {
            // Told to wait.
        }
    }

    return $tries;
};
