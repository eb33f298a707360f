<?php

declare(strict_types=1);

namespace Counterfoil\Reports;

use Counterfoil\Activity\ActivityModule;
use Counterfoil\Business\BusinessModule;
use Counterfoil\Clients\ClientsModule;
use Counterfoil\Invoices\InvoicesModule;
use Counterfoil\Invoices\Lists\ListsModule;
use Counterfoil\Payments\PaymentsModule;
use Counterfoil\Portals\PortalsModule;
use Counterfoil\Reports\Rest\OverviewController;
use Counterfoil\Shared\Module;
use Counterfoil\Shared\Rest\Request;
use Counterfoil\Shared\Rest\Routes;

final class ReportsModule extends Module
{
    public function routes(Routes $routes): void
    {
        $routes->bind('overview.missing', fn (): array => ['items' => $this->missing()]);
        $routes->bind('overview.get', fn (Request $request): array => $this->controller()->get($request));
    }

    /** @return list<array{id: string, sentence: string, screen: string}> */
    private function missing(): array
    {
        $portals = $this->plugin->module(PortalsModule::class);

        return (new MissingForBilling($portals->urls()))->of(
            $this->plugin->module(BusinessModule::class)->business(),
            $portals->portals()->default(),
            $this->plugin->module(PaymentsModule::class)->registry()->chosen()
        );
    }

    private function controller(): OverviewController
    {
        $database = $this->plugin->database();

        return new OverviewController(
            fn (): array => array_merge(...array_map(static fn (Module $module): array => $module->overview(), $this->plugin->contributing('overview'))),
            new SetUpChecklist($database, $this->plugin->module(ClientsModule::class)->clients(), $this->plugin->module(InvoicesModule::class)->invoices(), $this->plugin->module(BusinessModule::class)->tax_rates()),
            $this->plugin->module(ListsModule::class)->query(),
            $this->plugin->module(ListsModule::class)->row_resource(),
            $this->plugin->module(ActivityModule::class)->timeline(),
            $this->plugin->module(PortalsModule::class)->portals(),
            $this->plugin->module(BusinessModule::class)->business(),
            $this->plugin->module(BusinessModule::class)->calendar(),
            $this->plugin->module(PaymentsModule::class)->registry(),
        );
    }
}
