<?php

declare(strict_types=1);

namespace Counterfoil\Business;

use Counterfoil\Business\Rest\BusinessController;
use Counterfoil\Portals\PortalsModule;
use Counterfoil\Shared\Calendar;
use Counterfoil\Shared\MediaLibrary;
use Counterfoil\Shared\Module;
use Counterfoil\Shared\Rest\Request;
use Counterfoil\Shared\Rest\Routes;

final class BusinessModule extends Module
{
    private ?BusinessRepository $businesses = null;

    public function sentences(): array
    {
        return ['settings.business_updated' => static fn (): string => __('Business profile changed', 'counterfoil')];
    }

    public function routes(Routes $routes): void
    {
        $routes->bind('business.get', fn (): array => $this->controller()->get());
        $routes->bind('business.update', fn (Request $request): array => $this->controller()->update($request));
    }

    public function business(): Business
    {
        return $this->businesses()->get();
    }

    /** Days as the business counts them: in its own time zone. */
    public function calendar(): Calendar
    {
        return new Calendar($this->plugin->clock(), $this->business()->timezone);
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

    private function businesses(): BusinessRepository
    {
        return $this->businesses ??= new BusinessRepository($this->plugin->settings());
    }

    private function controller(): BusinessController
    {
        return new BusinessController($this->businesses(), $this->plugin->module(PortalsModule::class)->portals(), $this->media(), $this->update_business());
    }
}
