<?php

declare(strict_types=1);

namespace Counterfoil\Tests\Integration\Payments;

use Counterfoil\Shared\Module;

/** Another plugin's gateway, of which nothing has to be waited for. */
final class InstantGatewayModule extends Module
{
    public static ?InstantGateway $gateway = null;

    public function gateways(): array
    {
        return ['instant' => static fn (): InstantGateway => self::$gateway ??= new InstantGateway()];
    }
}
