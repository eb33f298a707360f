<?php

declare(strict_types=1);

namespace Counterfoil\Invoices\Invoicing;

use Counterfoil\Business\BusinessModule;
use Counterfoil\Invoices\Invoicing\Rest\InvoicingController;
use Counterfoil\Shared\Module;
use Counterfoil\Shared\Rest\Request;
use Counterfoil\Shared\Rest\Routes;

/** What new invoices begin with. */
final class InvoicingModule extends Module
{
    public function routes(Routes $routes): void
    {
        $routes->bind('invoicing.get', fn (): array => $this->controller()->get());
        $routes->bind('invoicing.update', fn (Request $request): array => $this->controller()->update($request));
    }

    public function invoicing(): Invoicing
    {
        return $this->invoicings()->get();
    }

    public function update(): UpdateInvoicing
    {
        return new UpdateInvoicing($this->plugin->changes(), $this->invoicings());
    }

    private function invoicings(): InvoicingRepository
    {
        return new InvoicingRepository($this->plugin->settings());
    }

    private function controller(): InvoicingController
    {
        return new InvoicingController($this->invoicings(), $this->update(), $this->plugin->module(BusinessModule::class)->tax_rates());
    }
}
