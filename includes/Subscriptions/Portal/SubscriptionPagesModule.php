<?php

declare(strict_types=1);

namespace Counterfoil\Subscriptions\Portal;

use Counterfoil\Business\BusinessModule;
use Counterfoil\Invoices\InvoicesModule;
use Counterfoil\Invoices\Lists\ListsModule;
use Counterfoil\Invoices\Portal\InvoicePagesModule;
use Counterfoil\Payments\Methods\MethodsModule;
use Counterfoil\Portals\PortalsModule;
use Counterfoil\Portals\PortalUrls;
use Counterfoil\Portals\Screen;
use Counterfoil\Shared\Module;
use Counterfoil\Subscriptions\PriceRises\PriceRisesModule;
use Counterfoil\Subscriptions\Renewals\RenewalsModule;
use Counterfoil\Subscriptions\Requests\RequestsModule;
use Counterfoil\Subscriptions\SubscriptionsModule;
use Counterfoil\Websites\WebsitesModule;

/** What clients see of their subscriptions. */
final class SubscriptionPagesModule extends Module
{
    public function screens(): array
    {
        return [
            SubscriptionsScreen::WORD => fn (): Screen => new SubscriptionsScreen($this->subscriptions()->query(), $this->rows(), $this->once(), $this->urls()),
            SubscriptionScreen::WORD => fn (): Screen => $this->screen(),
            RequestScreen::WORD => fn (): Screen => new RequestScreen($this->subscriptions()->subscriptions(), $this->form()),
        ];
    }

    /** Subscriptions in words, for lists. */
    public function rows(): SubscriptionRows
    {
        return new SubscriptionRows(
            $this->subscriptions()->amounts(),
            $this->subscriptions()->overdue(),
            $this->plugin->module(WebsitesModule::class)->websites(),
            $this->requests()->requests(),
            $this->urls(),
            fn (): string => $this->plugin->module(BusinessModule::class)->calendar()->today(),
        );
    }

    private function screen(): SubscriptionScreen
    {
        return new SubscriptionScreen(
            $this->subscriptions()->subscriptions(),
            $this->rows(),
            $this->subscriptions()->amounts(),
            $this->plugin->module(RenewalsModule::class)->renewals(),
            $this->plugin->module(InvoicesModule::class)->invoices(),
            $this->plugin->module(InvoicePagesModule::class)->items(),
            $this->requests()->requests(),
            $this->plugin->module(MethodsModule::class)->methods(),
            new TakeForm($this->requests()->request(), $this->requests()->withdraw(), $this->requests()->requests()),
            $this->form(),
            $this->plugin->module(PriceRisesModule::class)->rises(),
            $this->urls(),
            $this->plugin->module(BusinessModule::class)->calendar(...),
        );
    }

    private function once(): BoughtOnce
    {
        return new BoughtOnce($this->plugin->module(ListsModule::class)->purchases(), $this->plugin->module(InvoicePagesModule::class)->items());
    }

    private function form(): RequestForm
    {
        return new RequestForm($this->requests()->requests(), $this->urls(), $this->plugin->module(BusinessModule::class)->calendar(...));
    }

    private function requests(): RequestsModule
    {
        return $this->plugin->module(RequestsModule::class);
    }

    private function subscriptions(): SubscriptionsModule
    {
        return $this->plugin->module(SubscriptionsModule::class);
    }

    private function urls(): PortalUrls
    {
        return $this->plugin->module(PortalsModule::class)->urls();
    }
}
