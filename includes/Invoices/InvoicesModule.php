<?php

declare(strict_types=1);

namespace Counterfoil\Invoices;

use Counterfoil\Activity\ActivityModule;
use Counterfoil\Business\Business;
use Counterfoil\Business\BusinessModule;
use Counterfoil\Clients\Balances;
use Counterfoil\Clients\Client;
use Counterfoil\Clients\ClientsModule;
use Counterfoil\Clients\CopiesOfNames;
use Counterfoil\Coupons\CouponsModule;
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
use Counterfoil\Invoices\ProFormas\InvoiceProForma;
use Counterfoil\Invoices\ProFormas\MoneyOfProForma;
use Counterfoil\Invoices\ProFormas\ProFormasModule;
use Counterfoil\Invoices\Rest\DesignController;
use Counterfoil\Invoices\Rest\InvoiceListController;
use Counterfoil\Invoices\Rest\InvoicesController;
use Counterfoil\Invoices\Rest\InvoicingController;
use Counterfoil\Invoices\Rest\NotesController;
use Counterfoil\Portals\PortalsModule;
use Counterfoil\Products\PlanUses;
use Counterfoil\Products\ProductsModule;
use Counterfoil\Shared\Module;
use Counterfoil\Shared\Queue\Job;
use Counterfoil\Shared\Rest\CsvFile;
use Counterfoil\Shared\Rest\Download;
use Counterfoil\Shared\Rest\Request;
use Counterfoil\Shared\Rest\Routes;
use Counterfoil\Websites\WebsitesModule;
use Counterfoil\Websites\WebsiteUse;

final class InvoicesModule extends Module
{
    private ?InvoiceRepository $invoices = null;
    private ?SettleInvoice $settle = null;
    private ?InvoicePapers $papers = null;
    private ?InvoiceArchive $archive = null;
    private ?InvoiceResource $resource = null;
    private ?InvoiceRowResource $row_resource = null;
    private ?CreateDraft $create = null;

    public function tables(): array
    {
        return [InvoicesTable::class];
    }

    public function provides(): array
    {
        return [
            Balances::class => fn (): Balances => new ClientBalances($this->plugin->database(), $this->today(...), fn (): CreditOfClients => $this->plugin->provided(CreditOfClients::class)),
            CopiesOfNames::class => fn (): CopiesOfNames => new SortNames($this->plugin->database()),
            UsedNumbers::class => $this->numbers(...),
            PlanUses::class => fn (): PlanUses => new PlansOnInvoices($this->plugin->database()),
            WebsiteUse::class => fn (): WebsiteUse => new InvoicedWebsites($this->plugin->database()),
        ];
    }

    public function jobs(): array
    {
        return [new Job(IssueInvoice::MAKE_PDF, function (int $invoice_id): null {
            $this->archive()->pdf($invoice_id);

            return null;
        })];
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
        $routes->bind('invoices.list', fn (Request $request): array => $this->list_controller()->list($request));
        $routes->bind('invoices.summary', fn (Request $request): array => $this->list_controller()->summary($request));
        $routes->bind('invoices.export', fn (Request $request): CsvFile => $this->list_controller()->export($request));
        $routes->bind('invoices.get', fn (Request $request): array => $this->controller()->get($request));
        $routes->bind('invoices.pdf', fn (Request $request): Download => $this->controller()->pdf($request));
        $routes->bind('invoices.events', fn (Request $request): array => $this->controller()->events($request));
        $routes->bind('invoices.preview', fn (Request $request): array => $this->controller()->preview($request));
        $routes->bind('invoices.draw', fn (Request $request): array => $this->controller()->draw($request));
        $routes->bind('invoices.create', fn (Request $request): array => $this->controller()->create($request));
        $routes->bind('invoices.update', fn (Request $request): array => $this->controller()->update($request));
        $routes->bind('invoices.delete', fn (Request $request): array => $this->controller()->delete($request));
        $routes->bind('invoices.send', fn (Request $request): array => $this->controller()->send($request));
        $routes->bind('invoices.choose-recipients', fn (Request $request): array => $this->resource()->to_wire($this->choose_recipients()->handle($request->id(), $request->body['to'], $request->body['cc'], $request->viewer)));
        $routes->bind('invoices.resend', fn (Request $request): array => $this->controller()->resend($request));
        $routes->bind('invoices.duplicate', fn (Request $request): array => $this->controller()->duplicate($request));
        $routes->bind('invoices.void', fn (Request $request): array => $this->controller()->void($request));
        $routes->bind('notes.create', fn (Request $request): array => $this->notes()->create($request));
        $routes->bind('notes.delete', fn (Request $request): array => $this->notes()->delete($request));
        $routes->bind('design.preview', fn (Request $request): array => $this->design_controller()->preview($request));
        $routes->bind('design.draw', fn (Request $request): array => $this->design_controller()->draw($request));
        $routes->bind('invoicing.get', fn (): array => $this->invoicing_controller()->get());
        $routes->bind('invoicing.update', fn (Request $request): array => $this->invoicing_controller()->update($request));
    }

    public function invoices(): InvoiceRepository
    {
        return $this->invoices ??= new InvoiceRepository($this->plugin->database());
    }

    public function settle(): SettleInvoice
    {
        return $this->settle ??= new SettleInvoice($this->invoices(), $this->plugin->provided(OpenPayments::class), $this->plugin->provided(Books::class), $this->plugin->clock(), fn (): InvoiceProForma => $this->plugin->module(ProFormasModule::class)->invoice());
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
            new NoteRepository($this->plugin->database()),
            $this->papers(),
            $this->plugin->module(EmailsModule::class)->rows(),
            $this->bill_recipients(),
            $this->files(),
            $this->plugin->module(ClientsModule::class)->portal_access(),
            $this->links(),
            fn (): BillLinks => $this->plugin->provided(BillLinks::class),
            $this->today(...),
            $this->plugin->provided(MoneyOfInvoices::class)->for_staff(...),
            fn (int $client_id): array => $this->plugin->provided(Balances::class)->of_clients([$client_id])[$client_id],
        );
    }

    public function row_resource(): InvoiceRowResource
    {
        return $this->row_resource ??= new InvoiceRowResource(
            $this->plugin->module(ClientsModule::class)->clients(),
            $this->plugin->module(ClientsModule::class)->contacts(),
            $this->plugin->module(WebsitesModule::class)->websites(),
            $this->links(),
            $this->today(...),
            fn (): BankTransfers => $this->plugin->provided(BankTransfers::class),
        );
    }

    private function links(): InvoiceLinks
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

    public function query(): InvoicesQuery
    {
        return new InvoicesQuery($this->plugin->database(), $this->conditions(), fn (): DisputedInvoices => $this->plugin->provided(DisputedInvoices::class), fn (): OnlinePayment => $this->plugin->provided(OnlinePayment::class));
    }

    public function issued_in_period(): IssuedInPeriod
    {
        return new IssuedInPeriod($this->plugin->database());
    }

    public function due_invoices(): DueInvoicesQuery
    {
        return new DueInvoicesQuery($this->plugin->database(), $this->invoices(), $this->tallies());
    }

    public function tallies(): InvoiceTallies
    {
        return new InvoiceTallies($this->plugin->database(), $this->conditions(), fn (): string => $this->business()->currency->code);
    }

    public function create_draft(): CreateDraft
    {
        return $this->create ??= new CreateDraft(
            $this->plugin->changes(),
            $this->invoices(),
            $this->drafts(),
            $this->check(),
            $this->plugin->module(ClientsModule::class)->clients(),
            $this->plugin->clock(),
            $this->attachments()->attachments(),
            $this->files(),
            $this->choose_recipients(),
        );
    }

    public function update_draft(): UpdateDraft
    {
        return new UpdateDraft($this->plugin->changes(), $this->invoices(), $this->drafts(), $this->check(), $this->plugin->module(ClientsModule::class)->clients(), $this->attachments()->attachments(), $this->choose_recipients());
    }

    public function issue(): IssueInvoice
    {
        $documents = $this->plugin->module(DocumentsModule::class);

        return new IssueInvoice(
            $this->plugin->changes(),
            new PrepareIssue(
                $this->invoices(),
                $this->check(),
                $this->plugin->module(ClientsModule::class)->clients(),
                $documents->numbers(),
                $documents->numbering(),
                $documents->images(),
                $this->papers(),
                $this->print_check(),
                $this->plugin->module(BusinessModule::class)->calendar(...),
                $this->business(...),
                $this->vat_exchange(),
            ),
            $this->invoices(),
            $documents->numbers(),
            $documents->forms(),
            new InvoiceMails(),
            $this->settle(),
            $this->plugin->module(ClientsModule::class)->invite_recipients(),
            $this->plugin->provided(CreditOfClients::class),
            $this->plugin->module(CouponsModule::class)->use(),
            $this->plugin->clock(),
        );
    }

    public function void(): VoidInvoice
    {
        $clients = $this->plugin->module(ClientsModule::class);

        return new VoidInvoice(
            $this->plugin->changes(),
            $this->invoices(),
            $this->plugin->provided(OpenPayments::class),
            $this->plugin->provided(Books::class),
            $this->plugin->module(CouponsModule::class)->use(),
            new InvoiceMails(),
            $clients->clients(),
            $this->bill_recipients(),
            $this->plugin->module(EmailsModule::class)->rows(),
            $this->plugin->clock()
        );
    }

    public function mark_opened(): MarkOpened
    {
        return new MarkOpened($this->plugin->changes(), $this->invoices(), $this->plugin->clock());
    }

    /** The business's day, "2026-03-31": what is overdue is measured by it. */
    public function today(): string
    {
        return $this->plugin->module(BusinessModule::class)->calendar()->today();
    }

    private function list_controller(): InvoiceListController
    {
        return new InvoiceListController($this->query(), $this->tallies(), $this->row_resource(), new InvoiceExport($this->query(), $this->row_resource(), $this->plugin->module(ClientsModule::class)->clients()), $this->today(...));
    }

    private function controller(): InvoicesController
    {
        $clients = $this->plugin->module(ClientsModule::class)->clients();

        return new InvoicesController(
            $this->invoices(),
            $this->resource(),
            new PreviewInvoice($this->check(), $this->papers(), $this->print_check(), $this->plugin->module(DocumentsModule::class)->pdf_font(), $this->line_taxes(), $this->vat_exchange()),
            $this->create_draft(),
            $this->update_draft(),
            new DeleteDraft($this->plugin->changes(), $this->invoices(), $this->drafts(), $this->files()),
            new DuplicateInvoice($this->invoices(), $this->create_draft(), $this->check(), $this->plugin->module(BusinessModule::class)->calendar(...), $this->invoicing(...)),
            $this->issue(),
            new ResendInvoice($this->plugin->changes(), $this->invoices(), $clients, $this->bill_recipients(), new InvoiceMails(), $this->plugin->module(ClientsModule::class)->invite_recipients(), $this->plugin->clock()),
            $this->void(),
            $this->papers(),
            $this->archive(),
            $this->plugin->module(ActivityModule::class)->timeline(),
            $this->plugin->clock(),
            $this->plugin->module(DocumentsModule::class)->pdf_font(),
        );
    }

    private function attachments(): AttachmentsModule
    {
        return $this->plugin->module(AttachmentsModule::class);
    }

    private function files(): AttachmentRepository
    {
        return $this->attachments()->files();
    }

    public function bill_recipients(): BillRecipients
    {
        return new BillRecipients($this->plugin->database(), $this->plugin->module(ClientsModule::class)->recipients());
    }

    public function choose_recipients(): ChooseRecipients
    {
        $clients = $this->plugin->module(ClientsModule::class);

        return new ChooseRecipients($this->plugin->changes(), $this->invoices(), $clients->clients(), $clients->contacts(), $this->bill_recipients());
    }

    private function notes(): NotesController
    {
        $notes = new NoteRepository($this->plugin->database());

        return new NotesController(
            $this->invoices(),
            $notes,
            new AddNote($this->plugin->changes(), $this->invoices(), $notes, $this->plugin->clock()),
            new DeleteNote($this->plugin->changes(), $this->invoices(), $notes),
        );
    }

    private function conditions(): InvoiceConditions
    {
        return new InvoiceConditions($this->plugin->database(), fn (): PaymentFailures => $this->plugin->provided(PaymentFailures::class));
    }

    private function drafts(): DraftRepository
    {
        return new DraftRepository($this->plugin->database());
    }

    private function check(): TermsCheck
    {
        return new TermsCheck(
            $this->plugin->module(ClientsModule::class)->clients(),
            $this->plugin->module(WebsitesModule::class)->websites(),
            $this->plugin->module(ProductsModule::class)->plans(),
            $this->bill_recipients(),
            $this->plugin->module(CouponsModule::class)->check(),
            fn (?Client $client): DocumentKind => DocumentKind::tryFrom($client->bill_as ?? '') ?? $this->invoicing()->bill_as,
        );
    }

    public function vat_exchange(): VatExchange
    {
        return new VatExchange($this->plugin->module(ExchangeRatesModule::class)->rates(), $this->business(...), $this->today(...));
    }

    private function line_taxes(): LineTaxes
    {
        return new LineTaxes(
            $this->plugin->module(ClientsModule::class)->clients(),
            $this->plugin->module(ClientsModule::class)->vat_checks(),
            $this->plugin->module(ProductsModule::class)->plans(),
            $this->plugin->module(BusinessModule::class)->tax_rates(),
            $this->business(...),
        );
    }

    private function print_check(): PrintCheck
    {
        return new PrintCheck($this->plugin->module(DocumentsModule::class)->glyphs());
    }

    private function business(): Business
    {
        return $this->plugin->module(BusinessModule::class)->business();
    }

    public function invoicing(): Invoicing
    {
        return $this->invoicings()->get();
    }

    public function update_invoicing(): UpdateInvoicing
    {
        return new UpdateInvoicing($this->plugin->changes(), $this->invoicings());
    }

    private function numbers(): NumbersInTables
    {
        return new NumbersInTables($this->plugin->database(), [DocumentKind::Invoice->value => 'invoices', DocumentKind::ProForma->value => 'invoices', DocumentKind::CreditNote->value => 'credit_notes'], ['invoices']);
    }

    private function invoicings(): InvoicingRepository
    {
        return new InvoicingRepository($this->plugin->settings());
    }

    private function design_controller(): DesignController
    {
        $documents = $this->plugin->module(DocumentsModule::class);
        $portals = $this->plugin->module(PortalsModule::class);
        $sample = new SampleInvoice($portals->portals(), $portals->logo(), $documents->numbering(), $documents->glyphs(), $this->plugin->module(BusinessModule::class)->tax_rates(), $this->business(...), $this->plugin->module(BusinessModule::class)->calendar(...), $this->invoicing(...));

        return new DesignController($sample, $documents->pdf_font());
    }

    private function invoicing_controller(): InvoicingController
    {
        return new InvoicingController($this->invoicings(), $this->update_invoicing(), $this->plugin->module(BusinessModule::class)->tax_rates());
    }
}
