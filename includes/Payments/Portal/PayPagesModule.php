<?php

declare(strict_types=1);

namespace Counterfoil\Payments\Portal;

use Counterfoil\Business\BusinessModule;
use Counterfoil\Identity\IdentityModule;
use Counterfoil\Invoices\BankTransfers;
use Counterfoil\Invoices\InvoicesModule;
use Counterfoil\Invoices\Portal\InvoicePagesModule;
use Counterfoil\Invoices\Portal\OpenOrJustPaid;
use Counterfoil\Payments\Methods\MethodsModule;
use Counterfoil\Payments\Parts\PartsModule;
use Counterfoil\Payments\PaymentsModule;
use Counterfoil\Payments\PortalPaymentResource;
use Counterfoil\Payments\Rest\PortalPaymentsController;
use Counterfoil\Portals\PortalsModule;
use Counterfoil\Portals\Screen;
use Counterfoil\Shared\Module;
use Counterfoil\Shared\Money\Money;
use Counterfoil\Shared\Rest\Request;
use Counterfoil\Shared\Rest\Routes;

/** Where clients pay. */
final class PayPagesModule extends Module
{
    public function screens(): array
    {
        $pages = $this->plugin->module(InvoicePagesModule::class);

        return [
            'pay' => fn (): Screen => $pages->open($this->pay_screen($this->draw_pay())),
            'pay-several' => fn (): Screen => $this->pay_several_screen(),
            'pay-part' => fn (): Screen => $pages->open($this->pay_part_screen()),
        ];
    }

    public function routes(Routes $routes): void
    {
        $routes->bind('portal.pay', fn (Request $request): array => $this->portal_controller()->pay($request));
        $routes->bind('portal.pay-chosen', fn (Request $request): array => $this->portal_controller()->pay_chosen($request));
        $routes->bind('portal.payment', fn (Request $request): array => $this->portal_controller()->refresh($request));
    }

    public function pay_screen(DrawsPay $draw): PayScreen
    {
        return new PayScreen($this->plugin->module(InvoicesModule::class)->invoices(), $this->payments()->payments(), $this->on_page(), $draw);
    }

    public function draw_pay(): DrawPay
    {
        $portals = $this->plugin->module(PortalsModule::class);

        return new DrawPay($this->portal_resource(), $this->payments()->registry(), $this->payments()->offer(), $portals->urls(), $portals->logo(), $this->plugin->module(InvoicePagesModule::class)->next(), $this->plugin->module(InvoicePagesModule::class)->items(), $this->plugin->provided(BankTransfers::class), $this->plugin->module(BusinessModule::class)->calendar(...), $this->plugin->module(BusinessModule::class)->business(...), $this->least_part(...), $this->plugin->module(MethodsModule::class)->consent());
    }

    public function portal_resource(): PortalPaymentResource
    {
        return new PortalPaymentResource($this->payments()->registry(), $this->payments()->stop(), $this->plugin->module(InvoicesModule::class)->invoices(), $this->plugin->module(PortalsModule::class)->portals(), $this->plugin->module(PortalsModule::class)->urls(), $this->plugin->clock());
    }

    private function pay_several_screen(): PaySeveralScreen
    {
        return new PaySeveralScreen(
            $this->plugin->module(InvoicesModule::class)->invoices(),
            $this->payments()->payments(),
            $this->on_page(),
            $this->draw_several(),
            new OpenOrJustPaid($this->plugin->clock())
        );
    }

    private function pay_part_screen(): PayPartScreen
    {
        return new PayPartScreen(
            $this->plugin->module(InvoicesModule::class)->invoices(),
            $this->payments()->payments(),
            $this->on_page(),
            $this->draw_several(),
            $this->plugin->module(PortalsModule::class)->urls(),
            $this->least_part(...),
            $this->plugin->clock()->now(...)
        );
    }

    private function on_page(): PaymentOnPage
    {
        return new PaymentOnPage($this->payments()->pay(), $this->payments()->refresh(), $this->payments()->line());
    }

    private function draw_several(): DrawSeveral
    {
        return new DrawSeveral($this->portal_resource(), $this->payments()->offer(), $this->plugin->module(PortalsModule::class)->urls(), $this->draw_pay(), $this->plugin->module(BusinessModule::class)->calendar(...), $this->plugin->module(BusinessModule::class)->business(...), $this->plugin->module(MethodsModule::class)->consent());
    }

    /** The least part of what is due that may be paid online; null where it has to be all of it. */
    private function least_part(Money $due): ?Money
    {
        return $this->payments()->registry()->chosen()?->is_ready() === true ? $this->plugin->module(PartsModule::class)->settings()->least($due, $this->payments()->registry()->current()->limits($due->currency)) : null;
    }

    private function portal_controller(): PortalPaymentsController
    {
        return new PortalPaymentsController($this->plugin->module(IdentityModule::class)->session(), $this->payments()->pay(), $this->payments()->refresh(), $this->portal_resource(), $this->payments()->line());
    }

    private function payments(): PaymentsModule
    {
        return $this->plugin->module(PaymentsModule::class);
    }
}
