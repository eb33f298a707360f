<?php

declare(strict_types=1);

namespace Counterfoil\Business;

use Counterfoil\Access\Capability;
use Counterfoil\Access\StaffAccess;
use Counterfoil\Business\Rest\BusinessController;
use Counterfoil\Invoices\Invoicing;
use Counterfoil\Invoices\InvoicingRepository;
use Counterfoil\Invoices\UpdateInvoicing;
use Counterfoil\Plugin;
use Counterfoil\Portals\Logo;
use Counterfoil\Portals\PortalRepository;
use Counterfoil\Shared\MediaLibrary;
use Counterfoil\Shared\Module;
use Counterfoil\Shared\Rest\Request;

final class BusinessModule implements Module
{
    private ?BusinessRepository $businesses = null;
    private ?InvoicingRepository $invoicings = null;
    private ?PortalRepository $portals = null;
    private ?Logo $logo = null;
    private ?MediaLibrary $media = null;
    private ?BusinessController $controller = null;

    public function __construct(private readonly Plugin $plugin)
    {
    }

    public function register(): void
    {
        add_action('rest_api_init', function (): void {
            $routes = $this->plugin->routes();
            $routes->add('business.get', StaffAccess::may(Capability::View), fn (): array => $this->controller()->business());
            $routes->add('business.update', StaffAccess::may(Capability::Settings), fn (Request $request): array => $this->controller()->update_business($request));
            $routes->add('invoicing.get', StaffAccess::may(Capability::View), fn (): array => $this->controller()->invoicing());
            $routes->add('invoicing.update', StaffAccess::may(Capability::Settings), fn (Request $request): array => $this->controller()->update_invoicing($request));
        });
    }

    /** Repeatable: runs after migrations. */
    public function fill(): void
    {
        $this->portals()->create_default($this->business()->name);
        $this->invoicings()->create_series();
    }

    public function business(): Business
    {
        return $this->businesses()->get();
    }

    public function invoicing(): Invoicing
    {
        return $this->invoicings()->get();
    }

    public function portals(): PortalRepository
    {
        return $this->portals ??= new PortalRepository($this->plugin->database, $this->plugin->clock);
    }

    public function logo(): Logo
    {
        return $this->logo ??= new Logo();
    }

    public function media(): MediaLibrary
    {
        return $this->media ??= new MediaLibrary();
    }

    public function update_business(): UpdateBusiness
    {
        return new UpdateBusiness($this->plugin->database, $this->businesses(), $this->portals(), $this->logo(), $this->plugin->activity->log());
    }

    public function update_invoicing(): UpdateInvoicing
    {
        return new UpdateInvoicing($this->plugin->database, $this->invoicings(), $this->plugin->activity->log());
    }

    private function businesses(): BusinessRepository
    {
        return $this->businesses ??= new BusinessRepository();
    }

    private function invoicings(): InvoicingRepository
    {
        return $this->invoicings ??= new InvoicingRepository($this->plugin->database);
    }

    private function controller(): BusinessController
    {
        return $this->controller ??= new BusinessController(
            $this->businesses(),
            $this->portals(),
            $this->invoicings(),
            $this->media(),
            $this->update_business(),
            $this->update_invoicing(),
        );
    }
}
