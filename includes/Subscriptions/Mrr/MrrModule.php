<?php

declare(strict_types=1);

namespace Counterfoil\Subscriptions\Mrr;

use Counterfoil\Business\BusinessModule;
use Counterfoil\Clients\ClientsModule;
use Counterfoil\Clients\Recurring;
use Counterfoil\Ledger\RecurringFigures;
use Counterfoil\Shared\Module;
use Counterfoil\Shared\Rest\Request;
use Counterfoil\Shared\Rest\Routes;
use Counterfoil\Shared\Viewer;
use Counterfoil\Subscriptions\Renewals\RenewalsModule;
use Counterfoil\Subscriptions\Rest\MrrController;
use Counterfoil\Subscriptions\SubscriptionsModule;

/** Recurring revenue. */
final class MrrModule extends Module
{
    public function tables(): array
    {
        return [MrrTable::class];
    }

    public function routes(Routes $routes): void
    {
        $routes->bind('mrr.get', fn (Request $request): array => $this->controller()->get($request));
        $routes->bind('mrr.movements', fn (Request $request): array => $this->controller()->movements($request));
    }

    public function overview(): array
    {
        return [fn (Viewer $viewer): array => (new MrrOnOverview($this->query(), fn (): string => $this->plugin->module(BusinessModule::class)->business()->currency->code))->parts($viewer, $this->plugin->module(BusinessModule::class)->calendar()->today())];
    }

    public function provides(): array
    {
        return [
            Recurring::class => fn (): Recurring => new RecurringOfClients($this->plugin->database()),
            RecurringFigures::class => fn (): RecurringFigures => new MrrAgrees($this->plugin->database(), $this->plugin->module(SubscriptionsModule::class)->subscriptions(), $this->mrr(), $this->plugin->module(BusinessModule::class)->calendar(...)),
        ];
    }

    public function mrr(): Mrr
    {
        return new Mrr($this->plugin->module(RenewalsModule::class)->taxes());
    }

    public function query(): MrrQuery
    {
        return new MrrQuery($this->plugin->database());
    }

    private function controller(): MrrController
    {
        return new MrrController(
            $this->query(),
            new MovementsQuery($this->plugin->database()),
            $this->plugin->module(SubscriptionsModule::class)->subscriptions(),
            $this->plugin->module(ClientsModule::class)->clients(),
            $this->plugin->module(BusinessModule::class)->calendar(...),
            $this->plugin->module(BusinessModule::class)->business(...),
        );
    }
}
