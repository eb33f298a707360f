<?php

declare(strict_types=1);

namespace Counterfoil\Demo;

use Counterfoil\Plugin;
use Counterfoil\Shared\Module;

final class DemoModule implements Module
{
    public function __construct(private readonly Plugin $plugin)
    {
    }

    public function register(): void
    {
    }

}
