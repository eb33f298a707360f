<?php

declare(strict_types=1);

namespace Counterfoil\Payments;

use Counterfoil\Plugin;
use Counterfoil\Shared\Module;

final class PaymentsModule implements Module
{
    public function __construct(private readonly Plugin $plugin)
    {
    }

    public function register(): void
    {
    }

}
