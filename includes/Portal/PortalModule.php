<?php

declare(strict_types=1);

namespace Counterfoil\Portal;

use Counterfoil\Plugin;
use Counterfoil\Shared\Module;

final class PortalModule implements Module
{
    private ?PortalUrls $urls = null;

    public function __construct(private readonly Plugin $plugin)
    {
    }

    public function register(): void
    {
    }

    public function urls(): PortalUrls
    {
        return $this->urls ??= new PortalUrls();
    }
}
