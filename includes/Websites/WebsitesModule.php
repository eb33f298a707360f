<?php

declare(strict_types=1);

namespace Counterfoil\Websites;

use Counterfoil\Clients\ClientsModule;
use Counterfoil\Clients\ClientWebsites;
use Counterfoil\Shared\Module;
use Counterfoil\Shared\Rest\Request;
use Counterfoil\Shared\Rest\Routes;
use Counterfoil\Websites\Rest\WebsitesController;

/** The sites an agency looks after for its clients. */
final class WebsitesModule extends Module
{
    private ?WebsiteRepository $websites = null;

    public function sentences(): array
    {
        return Sentences::all();
    }

    public function tables(): array
    {
        return [WebsitesTable::class];
    }

    public function provides(): array
    {
        return [ClientWebsites::class => fn (): ClientWebsites => new WebsitesOfClients($this->change_website(), $this->websites(), $this->resource())];
    }

    public function routes(Routes $routes): void
    {
        $routes->bind('websites.create', fn (Request $request): array => $this->controller()->create($request));
        $routes->bind('websites.update', fn (Request $request): array => $this->controller()->update($request));
        $routes->bind('websites.delete', fn (Request $request): array => $this->controller()->delete($request));
    }

    public function websites(): WebsiteRepository
    {
        return $this->websites ??= new WebsiteRepository($this->plugin->database(), $this->plugin->clock());
    }

    public function change_website(): ChangeWebsite
    {
        return new ChangeWebsite($this->plugin->changes(), $this->websites(), $this->plugin->provided(WebsiteUse::class));
    }

    private function controller(): WebsitesController
    {
        return new WebsitesController($this->plugin->module(ClientsModule::class)->clients(), $this->resource(), $this->change_website());
    }

    private function resource(): WebsiteResource
    {
        return new WebsiteResource($this->plugin->provided(WebsiteUse::class));
    }
}
