<?php

declare(strict_types=1);

namespace Counterfoil\Business;

use Counterfoil\Business\Rest\BusinessController;
use Counterfoil\Business\Rest\TaxesController;
use Counterfoil\Portals\PortalsModule;
use Counterfoil\Shared\Calendar;
use Counterfoil\Shared\MediaLibrary;
use Counterfoil\Shared\Module;
use Counterfoil\Shared\Rest\Request;
use Counterfoil\Shared\Rest\Routes;

final class BusinessModule extends Module
{
    private ?BusinessRepository $businesses = null;
    private ?TaxRateRepository $tax_rates = null;

    public function tables(): array
    {
        return [TaxRatesTable::class];
    }

    public function install(): void
    {
        $this->tax_rates()->create_first();
    }

    public function sentences(): array
    {
        return [
            'settings.business_updated' => static fn (): string => __('Business profile changed', 'counterfoil'),
            'settings.taxes_updated' => static fn (): string => __('Tax settings changed', 'counterfoil'),
        ];
    }

    public function routes(Routes $routes): void
    {
        $routes->bind('business.get', fn (): array => $this->controller()->get());
        $routes->bind('business.update', fn (Request $request): array => $this->controller()->update($request));
        $routes->bind('taxes.get', fn (): array => $this->taxes_controller()->get());
        $routes->bind('taxes.update', fn (Request $request): array => $this->taxes_controller()->update($request));
        $routes->bind('taxes.check-vat-id', fn (Request $request): array => $this->taxes_controller()->check_vat_id($request));
    }

    public function business(): Business
    {
        return $this->plugin->database()->remembered()->glance('settings', 'business', $this->businesses()->get(...));
    }

    /** Days as the business counts them: in its own time zone. */
    public function calendar(): Calendar
    {
        return new Calendar($this->plugin->clock(), $this->businesses()->timezone());
    }

    public function media(): MediaLibrary
    {
        return new MediaLibrary();
    }

    public function update_business(): UpdateBusiness
    {
        $portals = $this->plugin->module(PortalsModule::class);

        return new UpdateBusiness($this->plugin->changes(), $this->businesses(), $portals->portals(), $portals->logo());
    }

    public function tax_rates(): TaxRateRepository
    {
        return $this->tax_rates ??= new TaxRateRepository($this->plugin->database(), $this->plugin->settings());
    }

    public function update_taxes(): UpdateTaxes
    {
        return new UpdateTaxes($this->plugin->changes(), $this->businesses(), $this->tax_rates());
    }

    private function businesses(): BusinessRepository
    {
        return $this->businesses ??= new BusinessRepository($this->plugin->settings());
    }

    private function controller(): BusinessController
    {
        return new BusinessController($this->businesses(), $this->plugin->module(PortalsModule::class)->portals(), $this->media(), $this->update_business());
    }

    private function taxes_controller(): TaxesController
    {
        return new TaxesController($this->businesses(), $this->tax_rates(), $this->update_taxes());
    }
}
