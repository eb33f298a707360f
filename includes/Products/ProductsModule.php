<?php

declare(strict_types=1);

namespace Counterfoil\Products;

use Counterfoil\Business\BusinessModule;
use Counterfoil\Products\Rest\PlansController;
use Counterfoil\Products\Rest\ProductsController;
use Counterfoil\Shared\Module;
use Counterfoil\Shared\Rest\CsvFile;
use Counterfoil\Shared\Rest\Request;
use Counterfoil\Shared\Rest\Routes;

final class ProductsModule extends Module
{
    private ?PlanRepository $plans = null;
    private ?ProductRepository $products = null;
    private ?ProductsController $products_controller = null;
    private ?PlansController $plans_controller = null;

    public function tables(): array
    {
        return [ProductsTable::class];
    }

    public function sentences(): array
    {
        return Sentences::all();
    }

    public function routes(Routes $routes): void
    {
        $routes->bind('products.list', fn (Request $request): array => $this->products_controller()->list($request));
        $routes->bind('products.export', fn (Request $request): CsvFile => $this->products_controller()->export($request));
        $routes->bind('products.get', fn (Request $request): array => $this->products_controller()->get($request));
        $routes->bind('products.create', fn (Request $request): array => $this->products_controller()->create($request));
        $routes->bind('products.update', fn (Request $request): array => $this->products_controller()->update($request));
        $routes->bind('products.archive', fn (Request $request): array => $this->products_controller()->archive($request));
        $routes->bind('products.restore', fn (Request $request): array => $this->products_controller()->restore($request));
        $routes->bind('products.delete', fn (Request $request): array => $this->products_controller()->delete($request));
        $routes->bind('plans.create', fn (Request $request): array => $this->plans_controller()->create($request));
        $routes->bind('plans.update', fn (Request $request): array => $this->plans_controller()->update($request));
        $routes->bind('plans.duplicate', fn (Request $request): array => $this->plans_controller()->duplicate($request));
        $routes->bind('plans.archive', fn (Request $request): array => $this->plans_controller()->archive($request));
        $routes->bind('plans.restore', fn (Request $request): array => $this->plans_controller()->restore($request));
        $routes->bind('plans.delete', fn (Request $request): array => $this->plans_controller()->delete($request));
    }

    public function plans(): PlanRepository
    {
        return $this->plans ??= new PlanRepository($this->plugin->database(), $this->plugin->clock(), $this->plugin->provided(PlanUses::class));
    }

    public function products(): ProductRepository
    {
        return $this->products ??= new ProductRepository($this->plugin->database(), $this->plugin->clock());
    }

    public function create_product(): CreateProduct
    {
        return new CreateProduct($this->plugin->changes(), $this->products(), $this->plans(), $this->plugin->module(BusinessModule::class)->media());
    }

    private function products_controller(): ProductsController
    {
        return $this->products_controller ??= new ProductsController(
            $this->products(),
            new ProductResource($this->plans(), new PlanResource($this->plans()), $this->plugin->module(BusinessModule::class)->media()),
            $this->create_product(),
            new ChangeProduct($this->plugin->changes(), $this->products(), $this->plans(), $this->plugin->module(BusinessModule::class)->media()),
            new ProductExport($this->products(), $this->plans(), fn (): string => $this->plugin->module(BusinessModule::class)->calendar()->today()),
        );
    }

    private function plans_controller(): PlansController
    {
        return $this->plans_controller ??= new PlansController(
            new PlanResource($this->plans()),
            new ChangePlan($this->plugin->changes(), $this->products(), $this->plans()),
        );
    }
}
