<?php

declare(strict_types=1);

namespace Counterfoil\Products;

use Counterfoil\Access\Capability;
use Counterfoil\Access\StaffAccess;
use Counterfoil\Plugin;
use Counterfoil\Products\Rest\PlansController;
use Counterfoil\Products\Rest\ProductsController;
use Counterfoil\Shared\Module;
use Counterfoil\Shared\Rest\Request;

final class ProductsModule implements Module
{
    private ?PlanRepository $plans = null;
    private ?ProductRepository $products = null;
    private ?ProductsController $products_controller = null;
    private ?PlansController $plans_controller = null;

    public function __construct(private readonly Plugin $plugin)
    {
    }

    public function register(): void
    {
        add_action('rest_api_init', function (): void {
            $routes = $this->plugin->routes();
            $look = StaffAccess::may(Capability::View);
            $change = StaffAccess::may(Capability::Bill);
            $routes->add('products.list', $look, fn (Request $request): array => $this->products_controller()->list($request));
            $routes->add('products.get', $look, fn (Request $request): array => $this->products_controller()->get($request));
            $routes->add('products.create', $change, fn (Request $request): array => $this->products_controller()->create($request));
            $routes->add('products.update', $change, fn (Request $request): array => $this->products_controller()->update($request));
            $routes->add('products.archive', $change, fn (Request $request): array => $this->products_controller()->archive($request));
            $routes->add('products.restore', $change, fn (Request $request): array => $this->products_controller()->restore($request));
            $routes->add('products.delete', $change, fn (Request $request): array => $this->products_controller()->delete($request));
            $routes->add('plans.create', $change, fn (Request $request): array => $this->plans_controller()->create($request));
            $routes->add('plans.update', $change, fn (Request $request): array => $this->plans_controller()->update($request));
            $routes->add('plans.duplicate', $change, fn (Request $request): array => $this->plans_controller()->duplicate($request));
            $routes->add('plans.archive', $change, fn (Request $request): array => $this->plans_controller()->archive($request));
            $routes->add('plans.restore', $change, fn (Request $request): array => $this->plans_controller()->restore($request));
            $routes->add('plans.delete', $change, fn (Request $request): array => $this->plans_controller()->delete($request));
        });
    }

    public function plans(): PlanRepository
    {
        return $this->plans ??= new PlanRepository($this->plugin->database, $this->plugin->clock);
    }

    public function products(): ProductRepository
    {
        return $this->products ??= new ProductRepository($this->plugin->database, $this->plugin->clock);
    }

    public function create_product(): CreateProduct
    {
        return new CreateProduct($this->plugin->database, $this->products(), $this->plans(), $this->plugin->brand->media(), $this->plugin->activity->log());
    }

    private function products_controller(): ProductsController
    {
        return $this->products_controller ??= new ProductsController(
            $this->products(),
            new ProductResource($this->plans(), new PlanResource($this->plans()), $this->plugin->brand->media()),
            $this->create_product(),
            new ChangeProduct($this->plugin->database, $this->products(), $this->plans(), $this->plugin->brand->media(), $this->plugin->activity->log()),
        );
    }

    private function plans_controller(): PlansController
    {
        return $this->plans_controller ??= new PlansController(
            new PlanResource($this->plans()),
            new ChangePlan($this->plugin->database, $this->products(), $this->plans(), $this->plugin->activity->log()),
        );
    }
}
