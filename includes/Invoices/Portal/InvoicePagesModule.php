<?php

declare(strict_types=1);

namespace Counterfoil\Invoices\Portal;

use Counterfoil\Business\BusinessModule;
use Counterfoil\Clients\Balances;
use Counterfoil\Identity\IdentityModule;
use Counterfoil\Invoices\Attachments\AttachmentsModule;
use Counterfoil\Invoices\BankTransfers;
use Counterfoil\Invoices\CreditNotes\CreditNotesModule;
use Counterfoil\Invoices\InvoicesModule;
use Counterfoil\Invoices\Lists\DueInvoicesQuery;
use Counterfoil\Invoices\Lists\ListsModule;
use Counterfoil\Invoices\MoneyOfInvoices;
use Counterfoil\Invoices\OnlinePayment;
use Counterfoil\Portals\PortalsModule;
use Counterfoil\Portals\PortalUrls;
use Counterfoil\Portals\Screen;
use Counterfoil\Shared\Module;
use Counterfoil\Shared\Rest\Download;
use Counterfoil\Shared\Rest\Request;
use Counterfoil\Shared\Rest\Routes;

/** What clients see of their invoices. */
final class InvoicePagesModule extends Module
{
    public function screens(): array
    {
        return [
            InvoicesScreen::WORD => fn (): Screen => new InvoicesScreen($this->invoices()->invoices(), $this->due(), $this->items(), $this->urls(), $this->invoices()->today(...), fn (): Balances => $this->plugin->provided(Balances::class), $this->together()),
            'invoice' => fn (): Screen => $this->open($this->invoice_screen()),
            'pdf' => fn (): Screen => $this->open(new PdfScreen($this->invoices()->archive())),
        ];
    }

    /** A page about one invoice, as one of the portal's. */
    public function open(BillScreen $screen): Screen
    {
        return new OpenBill($this->invoices()->invoices(), $this->invoices()->mark_opened(), new OpenOrJustPaid($this->plugin->clock()), $screen);
    }

    public function invoice_screen(): InvoiceScreen
    {
        return new InvoiceScreen(
            $this->invoices()->invoices(),
            $this->invoices()->papers(),
            $this->plugin->module(CreditNotesModule::class)->notes(),
            $this->plugin->module(AttachmentsModule::class)->files(),
            $this->plugin->provided(MoneyOfInvoices::class),
            $this->items(),
            $this->urls(),
            $this->plugin->module(BusinessModule::class)->calendar(...)
        );
    }

    public function routes(Routes $routes): void
    {
        $routes->bind('portal.invoices', fn (Request $request): array => $this->controller()->list($request));
        $routes->bind('portal.invoice', fn (Request $request): array => $this->controller()->get($request));
        $routes->bind('portal.chosen', fn (Request $request): array => $this->controller()->chosen($request));
        $routes->bind('portal.pdf', fn (Request $request): Download => $this->controller()->pdf($request));
    }

    /** What a client still has to pay. */
    public function due(): DueInvoicesQuery
    {
        return $this->plugin->module(ListsModule::class)->due();
    }

    /** Which one to pay first. */
    public function next(): NextToPay
    {
        return new NextToPay($this->plugin->database(), $this->invoices()->invoices(), $this->plugin->provided(OnlinePayment::class));
    }

    /** What can be paid at once. */
    public function together(): PayTogether
    {
        return new PayTogether($this->plugin->database(), $this->invoices()->invoices(), $this->plugin->provided(OnlinePayment::class), $this->urls());
    }

    /** Invoices in words, for lists. */
    public function items(): InvoiceItems
    {
        return new InvoiceItems($this->urls(), $this->invoices()->today(...), $this->plugin->provided(OnlinePayment::class), $this->plugin->provided(BankTransfers::class));
    }

    private function controller(): PortalInvoicesController
    {
        return new PortalInvoicesController(
            $this->plugin->module(IdentityModule::class)->session(),
            $this->plugin->module(PortalsModule::class)->portals(),
            $this->invoices()->invoices(),
            $this->invoices()->archive(),
            new PortalInvoiceResource($this->urls(), $this->invoices()->today(...)),
            new ChosenBills($this->invoices()->invoices()),
            $this->invoices()->today(...)
        );
    }

    private function invoices(): InvoicesModule
    {
        return $this->plugin->module(InvoicesModule::class);
    }

    private function urls(): PortalUrls
    {
        return $this->plugin->module(PortalsModule::class)->urls();
    }
}
