<?php

declare(strict_types=1);

namespace Counterfoil\Invoices;

use Counterfoil\Activity\ActivityModule;
use Counterfoil\Business\Business;
use Counterfoil\Business\BusinessModule;
use Counterfoil\Clients\Balances;
use Counterfoil\Clients\ClientsModule;
use Counterfoil\Clients\CopiesOfNames;
use Counterfoil\Documents\DocumentKind;
use Counterfoil\Documents\DocumentsModule;
use Counterfoil\Documents\NumbersInTables;
use Counterfoil\Documents\TcpdfPainter;
use Counterfoil\Documents\UsedNumbers;
use Counterfoil\Emails\EmailsModule;
use Counterfoil\Emails\LetterWriter;
use Counterfoil\ExchangeRates\ExchangeRatesModule;
use Counterfoil\Invoices\Attachments\AttachmentRepository;
use Counterfoil\Invoices\Attachments\AttachmentsModule;
use Counterfoil\Invoices\Letters\InvoiceLetter;
use Counterfoil\Invoices\Letters\InvoiceParts;
use Counterfoil\Invoices\Letters\VoidedLetter;
use Counterfoil\Invoices\Notes\NotesModule;
use Counterfoil\Invoices\ProFormas\InvoiceProForma;
use Counterfoil\Invoices\ProFormas\MoneyOfProForma;
use Counterfoil\Invoices\ProFormas\ProFormasModule;
use Counterfoil\Invoices\Recipients\RecipientsModule;
use Counterfoil\Invoices\Rest\InvoicesController;
use Counterfoil\Portals\PortalsModule;
use Counterfoil\Shared\Module;
use Counterfoil\Shared\Rest\Download;
use Counterfoil\Shared\Rest\Request;
use Counterfoil\Shared\Rest\Routes;
use Counterfoil\Websites\WebsitesModule;

final class InvoicesModule extends Module
{
    private ?InvoiceRepository $invoices = null;
    private ?SettleInvoice $settle = null;
    private ?InvoicePapers $papers = null;
    private ?InvoiceArchive $archive = null;
    private ?InvoiceResource $resource = null;

    public function tables(): array
    {
        return [InvoicesTable::class];
    }

    public function provides(): array
    {
        return [
            Balances::class => fn (): Balances => new ClientBalances($this->plugin->database(), $this->today(...), fn (): MoneyOfClients => $this->plugin->provided(MoneyOfClients::class)),
            CopiesOfNames::class => fn (): CopiesOfNames => new SortNames($this->plugin->database()),
            UsedNumbers::class => $this->numbers(...),
        ];
    }

    public function install(): void
    {
        $documents = $this->plugin->module(DocumentsModule::class);
        $documents->series()->create(DocumentKind::Invoice, $documents->numbering()->format(DocumentKind::Invoice)->period($this->today()));
    }

    public function letters(): array
    {
        return [
            'invoice' => fn (): LetterWriter => new InvoiceLetter($this->letter_parts()),
            'invoice_voided' => fn (): LetterWriter => new VoidedLetter($this->letter_parts()),
        ];
    }

    public function personal_data(): array
    {
        return [fn (): PersonalInvoices => new PersonalInvoices($this->plugin->database(), $this->files())];
    }

    public function sentences(): array
    {
        return Sentences::all();
    }

    public function routes(Routes $routes): void
    {
        $routes->bind('invoices.get', fn (Request $request): array => $this->controller()->get($request));
        $routes->bind('invoices.pdf', fn (Request $request): Download => $this->controller()->pdf($request));
        $routes->bind('invoices.events', fn (Request $request): array => $this->controller()->events($request));
    }

    public function plans_on_invoices(): PlansOnInvoices
    {
        return new PlansOnInvoices($this->plugin->database());
    }

    public function websites_on_invoices(): InvoicedWebsites
    {
        return new InvoicedWebsites($this->plugin->database());
    }

    public function invoices(): InvoiceRepository
    {
        return $this->invoices ??= new InvoiceRepository($this->plugin->database());
    }

    public function writes(): InvoiceWrites
    {
        return new InvoiceWrites($this->plugin->database());
    }

    public function settle(): SettleInvoice
    {
        return $this->settle ??= new SettleInvoice($this->writes(), $this->plugin->provided(OpenPayments::class), $this->plugin->provided(Books::class), $this->plugin->clock(), fn (): InvoiceProForma => $this->plugin->module(ProFormasModule::class)->invoice(), fn (): FollowsInvoices => $this->plugin->provided(FollowsInvoices::class));
    }

    public function papers(): InvoicePapers
    {
        return $this->papers ??= new InvoicePapers(
            $this->invoices(),
            $this->archive(),
            $this->plugin->module(ClientsModule::class)->clients(),
            $this->plugin->module(WebsitesModule::class)->websites(),
            $this->plugin->module(PortalsModule::class)->portals(),
            $this->plugin->module(PortalsModule::class)->logo(),
            $this->plugin->module(PortalsModule::class)->lasting_urls(),
            $this->business(...),
            $this->plugin->module(DocumentsModule::class)->designs()->get(...),
            $this->plugin->provided(OnlinePayment::class),
            $this->plugin->module(ClientsModule::class)->portal_access(),
            $this->plugin->module(DocumentsModule::class)->glyphs(),
            $this->vat_exchange(),
        );
    }

    public function archive(): InvoiceArchive
    {
        return $this->archive ??= new InvoiceArchive(
            $this->plugin->database(),
            $this->plugin->module(DocumentsModule::class)->forms(),
            $this->plugin->module(DocumentsModule::class)->images(),
            $this->plugin->module(DocumentsModule::class)->pdfs(),
            new TcpdfPainter(),
            $this->plugin->module(DocumentsModule::class)->glyphs(),
            $this->plugin->module(DocumentsModule::class)->pdf_font(),
        );
    }

    public function resource(): InvoiceResource
    {
        return $this->resource ??= new InvoiceResource(
            $this->invoices(),
            $this->plugin->module(ClientsModule::class)->clients(),
            $this->plugin->module(ClientsModule::class)->contacts(),
            $this->plugin->module(WebsitesModule::class)->websites(),
            $this->plugin->module(NotesModule::class)->notes(),
            $this->papers(),
            $this->plugin->module(EmailsModule::class)->rows(),
            $this->plugin->module(RecipientsModule::class)->recipients(),
            $this->files(),
            $this->plugin->module(ClientsModule::class)->portal_access(),
            $this->links(),
            fn (): BillLinks => $this->plugin->provided(BillLinks::class),
            $this->today(...),
            $this->plugin->provided(MoneyOfInvoices::class)->for_staff(...),
            fn (int $client_id): array => $this->plugin->provided(Balances::class)->of_clients([$client_id])[$client_id],
        );
    }

    public function links(): InvoiceLinks
    {
        return new InvoiceLinks($this->plugin->module(PortalsModule::class)->portals(), $this->plugin->module(PortalsModule::class)->urls());
    }

    /** What letters about an invoice share, also those of other nouns. */
    public function letter_parts(): InvoiceParts
    {
        return new InvoiceParts($this->invoices(), $this->archive(), $this->files(), $this->plugin->module(PortalsModule::class)->lasting_urls(), $this->plugin->provided(OnlinePayment::class), $this->plugin->module(ClientsModule::class)->portal_access(), $this->plugin->provided(CreditOfClients::class), fn (): MoneyOfProForma => $this->plugin->provided(MoneyOfProForma::class), $this->plugin->provided(BillLinks::class));
    }

    public function figures(): InvoiceFigures
    {
        return new InvoiceFigures($this->plugin->database());
    }

    public function issued_in_period(): IssuedInPeriod
    {
        return new IssuedInPeriod($this->plugin->database());
    }

    public function mark_opened(): MarkOpened
    {
        return new MarkOpened($this->plugin->changes(), $this->writes(), $this->plugin->clock());
    }

    /** The business's day, "2026-03-31": what is overdue is measured by it. */
    public function today(): string
    {
        return $this->plugin->module(BusinessModule::class)->calendar()->today();
    }

    private function controller(): InvoicesController
    {
        return new InvoicesController(
            $this->invoices(),
            $this->resource(),
            $this->papers(),
            $this->archive(),
            $this->plugin->module(ActivityModule::class)->timeline(),
            $this->plugin->clock(),
            $this->plugin->module(DocumentsModule::class)->pdf_font(),
        );
    }

    private function files(): AttachmentRepository
    {
        return $this->plugin->module(AttachmentsModule::class)->files();
    }

    public function vat_exchange(): VatExchange
    {
        return new VatExchange($this->plugin->module(ExchangeRatesModule::class)->rates(), $this->business(...), $this->today(...));
    }

    private function business(): Business
    {
        return $this->plugin->module(BusinessModule::class)->business();
    }

    private function numbers(): NumbersInTables
    {
        return new NumbersInTables($this->plugin->database(), [DocumentKind::Invoice->value => 'invoices', DocumentKind::ProForma->value => 'invoices', DocumentKind::CreditNote->value => 'credit_notes'], ['invoices']);
    }
}
