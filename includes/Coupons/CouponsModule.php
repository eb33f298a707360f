<?php

declare(strict_types=1);

namespace Counterfoil\Coupons;

use Counterfoil\Business\BusinessModule;
use Counterfoil\Clients\ClientsModule;
use Counterfoil\Coupons\Rest\CouponsController;
use Counterfoil\Products\ProductsModule;
use Counterfoil\Shared\Module;
use Counterfoil\Shared\Rest\CsvFile;
use Counterfoil\Shared\Rest\Request;
use Counterfoil\Shared\Rest\Routes;

/** Codes that take something off a bill. */
final class CouponsModule extends Module
{
    private ?CouponRepository $coupons = null;
    private ?CouponsController $controller = null;

    public function tables(): array
    {
        return [CouponsTable::class];
    }

    public function sentences(): array
    {
        return Sentences::all();
    }

    public function routes(Routes $routes): void
    {
        $routes->bind('coupons.list', fn (Request $request): array => $this->controller()->list($request));
        $routes->bind('coupons.export', fn (Request $request): CsvFile => $this->controller()->export($request));
        $routes->bind('coupons.get', fn (Request $request): array => $this->controller()->get($request));
        $routes->bind('coupons.uses', fn (Request $request): array => $this->controller()->uses($request));
        $routes->bind('coupons.create', fn (Request $request): array => $this->controller()->create($request));
        $routes->bind('coupons.update', fn (Request $request): array => $this->controller()->update($request));
        $routes->bind('coupons.archive', fn (Request $request): array => $this->controller()->archive($request));
        $routes->bind('coupons.restore', fn (Request $request): array => $this->controller()->restore($request));
        $routes->bind('coupons.delete', fn (Request $request): array => $this->controller()->delete($request));
    }

    public function coupons(): CouponRepository
    {
        return $this->coupons ??= new CouponRepository($this->plugin->database(), $this->plugin->clock());
    }

    /** Whether a code can be used, for whoever sells something. */
    public function check(): CheckCoupon
    {
        return new CheckCoupon($this->coupons(), $this->uses(), $this->scope(), $this->today(...));
    }

    /** Counts it, for whoever issues bills. */
    public function use(): UseCoupon
    {
        return new UseCoupon($this->coupons(), $this->uses(), $this->today(...));
    }

    public function create(): CreateCoupon
    {
        $products = $this->plugin->module(ProductsModule::class);

        return new CreateCoupon($this->plugin->changes(), $this->coupons(), $products->products(), $products->plans());
    }

    public function counts(): CouponCounts
    {
        return new CouponCounts($this->plugin->database());
    }

    private function controller(): CouponsController
    {
        return $this->controller ??= new CouponsController(
            $this->coupons(),
            $this->uses(),
            new CouponResource($this->uses(), $this->scope(), $this->today(...)),
            $this->create(),
            new ChangeCoupon($this->plugin->changes(), $this->coupons(), $this->create()),
            new CouponExport($this->coupons(), $this->uses(), $this->today(...)),
            $this->plugin->module(ClientsModule::class)->clients(),
            $this->today(...),
        );
    }

    private function uses(): CouponUseRepository
    {
        return new CouponUseRepository($this->plugin->database(), $this->plugin->clock());
    }

    private function scope(): CouponScope
    {
        $products = $this->plugin->module(ProductsModule::class);

        return new CouponScope($products->products(), $products->plans());
    }

    private function today(): string
    {
        return $this->plugin->module(BusinessModule::class)->calendar()->today();
    }
}
