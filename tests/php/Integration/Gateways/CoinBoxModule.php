<?php

declare(strict_types=1);

namespace Counterfoil\Tests\Integration\Gateways;

use Counterfoil\Shared\Module;

/** A second gateway, of another plugin: a box that takes euro coins at once, and gives nothing back. */
final class CoinBoxModule extends Module
{
    public static ?CoinBox $box = null;

    public function gateways(): array
    {
        return ['coin-box' => static fn (): CoinBox => self::$box ??= new CoinBox()];
    }
}
