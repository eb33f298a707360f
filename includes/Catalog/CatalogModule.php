<?php

declare(strict_types=1);

namespace Counterfoil\Catalog;

use Counterfoil\Plugin;
use Counterfoil\Shared\Module;

final class CatalogModule implements Module
{
    private ?PlanRepository $plans = null;
    private ?ProductRepository $products = null;

    public function __construct(private readonly Plugin $plugin)
    {
    }

    public function register(): void
    {
    }

    public function plans(): PlanRepository
    {
        return $this->plans ??= new PlanRepository($this->plugin->database, $this->plugin->clock);
    }

    public function products(): ProductRepository
    {
        return $this->products ??= new ProductRepository($this->plugin->database, $this->plugin->clock);
    }
}
