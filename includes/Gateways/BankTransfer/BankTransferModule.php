<?php

declare(strict_types=1);

namespace Counterfoil\Gateways\BankTransfer;

use Counterfoil\Activity\EventWords;
use Counterfoil\Business\BusinessModule;
use Counterfoil\Clients\ClientsModule;
use Counterfoil\Gateways\BankTransfer\Portal\TransferScreen;
use Counterfoil\Gateways\BankTransfer\Rest\TransfersController;
use Counterfoil\Invoices\BankTransfers;
use Counterfoil\Invoices\InvoicesModule;
use Counterfoil\Invoices\OnlinePayment;
use Counterfoil\Invoices\Portal\InvoicePagesModule;
use Counterfoil\Portals\PortalsModule;
use Counterfoil\Portals\Screen;
use Counterfoil\Shared\Module;
use Counterfoil\Shared\Rest\Request;
use Counterfoil\Shared\Rest\Routes;

/** Bank transfer: a way to pay that takes no money by itself, but says how it is sent. */
final class BankTransferModule extends Module
{
    public function tables(): array
    {
        return [AnnouncementsTable::class];
    }

    public function provides(): array
    {
        return [BankTransfers::class => $this->transfers(...)];
    }

    public function screens(): array
    {
        $pages = $this->plugin->module(InvoicePagesModule::class);
        $business = $this->plugin->module(BusinessModule::class);

        return [
            TransferScreen::WORD => fn (): Screen => $pages->open(new TransferScreen(
                $this->transfers(),
                $this->plugin->provided(OnlinePayment::class),
                $this->announcements(),
                $this->announce(),
                $this->plugin->module(PortalsModule::class)->urls(),
                $business->business(...),
                $business->calendar(...),
            )),
        ];
    }

    public function sentences(): array
    {
        return [
            'settings.bank_transfer_updated' => static fn (): string => __('Bank transfer settings changed', 'counterfoil'),
            /* translators: 1: amount of money, 2: invoice number */
            'invoice.transfer_announced' => static fn (EventWords $words): string => sprintf(__('Bank transfer of %1$s for %2$s announced', 'counterfoil'), $words->money(), $words->text('number')),
            /* translators: %s: invoice number */
            'invoice.transfer_taken_back' => static fn (EventWords $words): string => sprintf(__('Announced bank transfer for %s withdrawn', 'counterfoil'), $words->text('number')),
        ];
    }

    public function routes(Routes $routes): void
    {
        $routes->bind('gateways.bank-transfer.get', fn (): array => $this->controller()->settings());
        $routes->bind('gateways.bank-transfer.update', fn (Request $request): array => $this->controller()->update($request));
        $routes->bind('transfers.announced', fn (Request $request): array => $this->controller()->announced($request));
        $routes->bind('transfers.take-back', fn (Request $request): array => $this->controller()->take_back($request));
    }

    public function settings(): TransferSettings
    {
        return new TransferSettings($this->plugin->settings(), $this->plugin->changes(...));
    }

    public function transfers(): OfferedTransfers
    {
        return new OfferedTransfers($this->settings(), $this->announcements(...), $this->plugin->module(BusinessModule::class)->business(...));
    }

    public function announce(): AnnounceTransfer
    {
        return new AnnounceTransfer($this->plugin->changes(), $this->announcements(), $this->plugin->module(BusinessModule::class)->calendar(...));
    }

    public function announcements(): AnnouncementRepository
    {
        return new AnnouncementRepository($this->plugin->database());
    }

    private function controller(): TransfersController
    {
        return new TransfersController(
            $this->settings(),
            $this->plugin->module(InvoicesModule::class)->invoices(),
            $this->plugin->module(ClientsModule::class)->contacts(),
            $this->announcements(),
            $this->announce(),
            $this->plugin->module(BusinessModule::class)->business(...),
        );
    }
}
