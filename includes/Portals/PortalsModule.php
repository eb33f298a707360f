<?php

declare(strict_types=1);

namespace Counterfoil\Portals;

use Counterfoil\Portals\Rest\PortalsController;
use Counterfoil\Shared\Module;
use Counterfoil\Shared\Rest\Request;
use Counterfoil\Shared\Rest\Routes;

/** What clients see of the business: its brand, the pages of its portal, and their addresses. */
final class PortalsModule extends Module
{
    private ?PortalRepository $portals = null;
    private ?PortalUrls $urls = null;
    private ?Logo $logo = null;

    public function tables(): array
    {
        return [PortalsTable::class];
    }

    public function install(): void
    {
        $this->portals()->create_default(wp_specialchars_decode((string) get_option('blogname'), ENT_QUOTES));
    }

    public function uninstall(): void
    {
        Logo::forget_copies();
    }

    public function sentences(): array
    {
        return ['settings.pages_created' => static fn (): string => __('Portal pages created', 'counterfoil')];
    }

    public function routes(Routes $routes): void
    {
        $routes->bind('portals.list', fn (): array => $this->controller()->list());
        $routes->bind('portals.create-pages', fn (Request $request): array => $this->controller()->create_pages($request));
    }

    public function portals(): PortalRepository
    {
        return $this->portals ??= new PortalRepository($this->plugin->database(), $this->plugin->clock());
    }

    public function pages_in_lists(): PagesInLists
    {
        return new PagesInLists($this->plugin->database());
    }

    public function urls(): PortalUrls
    {
        return $this->urls ??= new PortalUrls();
    }

    /** For what is mailed and printed, and opened years from now. */
    public function lasting_urls(): PortalUrls
    {
        return new PortalUrls(true);
    }

    public function logo(): Logo
    {
        return $this->logo ??= new Logo();
    }

    public function create_pages(): CreatePortalPages
    {
        return new CreatePortalPages($this->plugin->changes(), $this->portals());
    }

    private function controller(): PortalsController
    {
        return new PortalsController($this->portals(), $this->create_pages(), new PortalResource());
    }
}
