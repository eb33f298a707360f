<?php

declare(strict_types=1);

namespace Counterfoil\Emails;

use Counterfoil\Plugin;
use Counterfoil\Shared\Module;

final class EmailsModule implements Module
{
    public function __construct(private readonly Plugin $plugin)
    {
    }

    public function register(): void
    {
    }

}
