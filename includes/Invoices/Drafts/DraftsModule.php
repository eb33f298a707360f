<?php

declare(strict_types=1);

namespace Counterfoil\Invoices\Drafts;

use Counterfoil\Business\BusinessModule;
use Counterfoil\Clients\Client;
use Counterfoil\Clients\ClientsModule;
use Counterfoil\Coupons\CouponsModule;
use Counterfoil\Documents\DocumentKind;
use Counterfoil\Documents\DocumentsModule;
use Counterfoil\Invoices\Attachments\AttachmentsModule;
use Counterfoil\Invoices\Drafts\Rest\DraftsController;
use Counterfoil\Invoices\InvoicesModule;
use Counterfoil\Invoices\Invoicing\InvoicingModule;
use Counterfoil\Invoices\PrintCheck;
use Counterfoil\Invoices\Recipients\RecipientsModule;
use Counterfoil\Products\ProductsModule;
use Counterfoil\Shared\Module;
use Counterfoil\Shared\Rest\Request;
use Counterfoil\Shared\Rest\Routes;
use Counterfoil\Websites\WebsitesModule;

/** Bills while they are being written. */
final class DraftsModule extends Module
{
    private ?CreateDraft $create = null;

    public function routes(Routes $routes): void
    {
        $routes->bind('invoices.preview', fn (Request $request): array => $this->controller()->preview($request));
        $routes->bind('invoices.draw', fn (Request $request): array => $this->controller()->draw($request));
        $routes->bind('invoices.create', fn (Request $request): array => $this->controller()->create($request));
        $routes->bind('invoices.update', fn (Request $request): array => $this->controller()->update($request));
        $routes->bind('invoices.delete', fn (Request $request): array => $this->controller()->delete($request));
        $routes->bind('invoices.duplicate', fn (Request $request): array => $this->controller()->duplicate($request));
    }

    public function create(): CreateDraft
    {
        return $this->create ??= new CreateDraft(
            $this->plugin->changes(),
            $this->invoices()->invoices(),
            $this->drafts(),
            $this->check(),
            $this->plugin->module(ClientsModule::class)->clients(),
            $this->plugin->clock(),
            $this->plugin->module(AttachmentsModule::class)->attachments(),
            $this->plugin->module(AttachmentsModule::class)->files(),
            $this->plugin->module(RecipientsModule::class)->choose(),
        );
    }

    public function update(): UpdateDraft
    {
        return new UpdateDraft(
            $this->plugin->changes(),
            $this->invoices()->invoices(),
            $this->drafts(),
            $this->check(),
            $this->plugin->module(ClientsModule::class)->clients(),
            $this->plugin->module(AttachmentsModule::class)->attachments(),
            $this->plugin->module(RecipientsModule::class)->choose(),
        );
    }

    public function check(): TermsCheck
    {
        return new TermsCheck(
            $this->plugin->module(ClientsModule::class)->clients(),
            $this->plugin->module(WebsitesModule::class)->websites(),
            $this->plugin->module(ProductsModule::class)->plans(),
            $this->plugin->module(RecipientsModule::class)->recipients(),
            $this->plugin->module(CouponsModule::class)->check(),
            fn (?Client $client): DocumentKind => DocumentKind::tryFrom($client->bill_as ?? '') ?? $this->plugin->module(InvoicingModule::class)->invoicing()->bill_as,
        );
    }

    private function preview(): PreviewInvoice
    {
        $documents = $this->plugin->module(DocumentsModule::class);

        return new PreviewInvoice($this->check(), $this->invoices()->papers(), new PrintCheck($documents->glyphs()), $documents->pdf_font(), $this->line_taxes(), $this->invoices()->vat_exchange());
    }

    public function line_taxes(): LineTaxes
    {
        return new LineTaxes(
            $this->plugin->module(ClientsModule::class)->clients(),
            $this->plugin->module(ClientsModule::class)->vat_checks(),
            $this->plugin->module(ProductsModule::class)->plans(),
            $this->plugin->module(BusinessModule::class)->tax_rates(),
            $this->plugin->module(BusinessModule::class)->business(...),
        );
    }

    public function delete(): DeleteDraft
    {
        return new DeleteDraft($this->plugin->changes(), $this->invoices()->invoices(), $this->drafts(), $this->plugin->module(AttachmentsModule::class)->files());
    }

    private function drafts(): DraftRepository
    {
        return new DraftRepository($this->plugin->database());
    }

    private function controller(): DraftsController
    {
        $invoices = $this->invoices()->invoices();

        return new DraftsController(
            $invoices,
            $this->invoices()->resource(),
            $this->preview(),
            $this->create(),
            $this->update(),
            $this->delete(),
            new DuplicateInvoice($invoices, $this->create(), $this->check(), $this->plugin->module(BusinessModule::class)->calendar(...), $this->plugin->module(InvoicingModule::class)->invoicing(...)),
        );
    }

    private function invoices(): InvoicesModule
    {
        return $this->plugin->module(InvoicesModule::class);
    }
}
