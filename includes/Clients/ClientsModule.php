<?php

declare(strict_types=1);

namespace Counterfoil\Clients;

use Counterfoil\Plugin;
use Counterfoil\Shared\Module;

final class ClientsModule implements Module
{
    public function __construct(private readonly Plugin $plugin)
    {
    }

    public function register(): void
    {
    }

    /** Repeatable: runs after migrations. */
    public function fill(): void
    {
    }
}
