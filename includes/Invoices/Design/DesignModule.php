<?php

declare(strict_types=1);

namespace Counterfoil\Invoices\Design;

use Counterfoil\Business\BusinessModule;
use Counterfoil\Documents\DocumentsModule;
use Counterfoil\Invoices\Design\Rest\DesignController;
use Counterfoil\Invoices\Invoicing\InvoicingModule;
use Counterfoil\Portals\PortalsModule;
use Counterfoil\Shared\Module;
use Counterfoil\Shared\Rest\Request;
use Counterfoil\Shared\Rest\Routes;

/** What a design looks like before it is saved, on a sample. */
final class DesignModule extends Module
{
    public function routes(Routes $routes): void
    {
        $routes->bind('design.preview', fn (Request $request): array => $this->controller()->preview($request));
        $routes->bind('design.draw', fn (Request $request): array => $this->controller()->draw($request));
    }

    private function controller(): DesignController
    {
        $business = $this->plugin->module(BusinessModule::class);
        $documents = $this->plugin->module(DocumentsModule::class);
        $portals = $this->plugin->module(PortalsModule::class);

        return new DesignController(
            new SampleInvoice(
                $portals->portals(),
                $portals->logo(),
                $documents->numbering(),
                $documents->glyphs(),
                $business->tax_rates(),
                $business->business(...),
                $business->calendar(...),
                $this->plugin->module(InvoicingModule::class)->invoicing(...),
            ),
            $documents->pdf_font(),
        );
    }
}
