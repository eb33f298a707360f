<?php

declare(strict_types=1);

namespace Counterfoil\Reports;

use Closure;
use Counterfoil\Activity\ActivityModule;
use Counterfoil\Business\BusinessModule;
use Counterfoil\Clients\ClientsModule;
use Counterfoil\Invoices\InvoicesModule;
use Counterfoil\Invoices\Lists\ListsModule;
use Counterfoil\Payments\PaymentsModule;
use Counterfoil\Portals\PortalsModule;
use Counterfoil\Reports\Rest\OverviewController;
use Counterfoil\Shared\Module;
use Counterfoil\Shared\Overview\OverviewPart;
use Counterfoil\Shared\Rest\Request;
use Counterfoil\Shared\Rest\Routes;
use Counterfoil\Shared\Viewer;

final class ReportsModule extends Module
{
    public function routes(Routes $routes): void
    {
        $routes->bind('overview.missing', fn (): array => ['items' => $this->missing()]);
        $routes->bind('overview.get', fn (Request $request): array => $this->controller()->get($request));
    }

    public function personal_data(): array
    {
        return [fn (): PersonalOverview => new PersonalOverview($this->plugin->kept_answers())];
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
        $others = $this->plugin->modules_of_others();
        $own = fn (string $kind): array => array_values(array_filter($this->plugin->contributing($kind), static fn (Module $module): bool => ! in_array($module, $others, true)));

        return new OverviewController(
            $this->plugin->kept_answers(),
            fn (): BooksOverview => $this->books(self::parts($own('overview'))),
            array_merge(...array_map(static fn (Module $module): array => $module->overview_now(), $this->plugin->contributing('overview_now'))),
            self::parts($others),
            $this->plugin->module(BusinessModule::class)->calendar(...),
        );
    }

    /**
     * @param list<Module> $modules
     * @return list<Closure(Viewer): list<OverviewPart>>
     */
    private static function parts(array $modules): array
    {
        return array_merge(...array_map(static fn (Module $module): array => $module->overview(), $modules));
    }

    /** @param list<Closure(Viewer): list<OverviewPart>> $contributed */
    private function books(array $contributed): BooksOverview
    {
        return new BooksOverview(
            $contributed,
            new SetUpChecklist($this->plugin->database(), $this->plugin->module(ClientsModule::class)->clients(), $this->plugin->module(InvoicesModule::class)->invoices(), $this->plugin->module(BusinessModule::class)->tax_rates()),
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
