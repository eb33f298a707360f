<?php

declare(strict_types=1);

namespace Counterfoil\Identity;

use Counterfoil\Plugin;
use Counterfoil\Shared\Module;

final class IdentityModule implements Module
{
    public function __construct(private readonly Plugin $plugin)
    {
    }

    public function register(): void
    {
    }

}
