<?php

declare(strict_types=1);

namespace Counterfoil\Brand;

use Counterfoil\Plugin;
use Counterfoil\Shared\Module;

final class BrandModule implements Module
{
    private ?BusinessRepository $businesses = null;
    private ?InvoicingRepository $invoicings = null;
    private ?PortalRepository $portals = null;
    private ?Logo $logo = null;

    public function __construct(private readonly Plugin $plugin)
    {
    }

    public function register(): void
    {
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

    public function businesses(): BusinessRepository
    {
        return $this->businesses ??= new BusinessRepository();
    }

    public function invoicings(): InvoicingRepository
    {
        return $this->invoicings ??= new InvoicingRepository($this->plugin->database);
    }
}
