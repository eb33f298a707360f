<?php

declare(strict_types=1);

namespace Counterfoil\Invoices\CreditNotes;

use Counterfoil\Activity\EventWords;
use Counterfoil\Business\BusinessModule;
use Counterfoil\Clients\ClientsModule;
use Counterfoil\Documents\DocumentsModule;
use Counterfoil\Documents\TcpdfPainter;
use Counterfoil\Emails\LetterWriter;
use Counterfoil\Invoices\Books;
use Counterfoil\Invoices\CreditNotes\Letters\CreditNoteLetter;
use Counterfoil\Invoices\CreditNotes\Portal\CreditNotePdfScreen;
use Counterfoil\Invoices\CreditNotes\Portal\CreditNotesScreen;
use Counterfoil\Invoices\CreditNotes\Rest\CreditNoteListController;
use Counterfoil\Invoices\CreditNotes\Rest\CreditNotesController;
use Counterfoil\Invoices\InvoicesModule;
use Counterfoil\Invoices\Lists\ListsModule;
use Counterfoil\Invoices\PrintCheck;
use Counterfoil\Portals\PortalsModule;
use Counterfoil\Portals\Screen;
use Counterfoil\Shared\Actor;
use Counterfoil\Shared\Module;
use Counterfoil\Shared\Queue\Job;
use Counterfoil\Shared\Rest\CsvFile;
use Counterfoil\Shared\Rest\Download;
use Counterfoil\Shared\Rest\Request;
use Counterfoil\Shared\Rest\Routes;
use Counterfoil\Shared\Viewer;

/** Credit notes: documents that take back an invoice, or a part of it. */
final class CreditNotesModule extends Module
{
    public function tables(): array
    {
        return [CreditNotesTable::class];
    }

    public function jobs(): array
    {
        return [
            new Job(CreditInvoice::MAKE_PDF, function (int $id): null {
                $this->archive()->pdf($id);

                return null;
            }),
            new Job(CreditInvoice::GIVE_BACK, function (int $id): null {
                $this->plugin->provided(GivesBack::class)->give_back($this->notes()->get($id, Viewer::system()), Actor::system());

                return null;
            }),
        ];
    }

    public function letters(): array
    {
        return ['credit_note' => fn (): LetterWriter => new CreditNoteLetter($this->plugin->module(InvoicesModule::class)->letter_parts(), $this->notes(), $this->archive())];
    }

    public function sentences(): array
    {
        return [
            /* translators: 1: number of the credit note, 2: amount of money, 3: invoice number */
            'credit_note.issued' => static fn (EventWords $words): string => sprintf(__('Credit note %1$s issued: %2$s of invoice %3$s', 'counterfoil'), $words->text('number'), $words->money(), $words->text('invoice')),
        ];
    }

    public function screens(): array
    {
        return [
            CreditNotePdfScreen::WORD => fn (): Screen => new CreditNotePdfScreen($this->notes(), $this->archive()),
            CreditNotesScreen::WORD => fn (): Screen => new CreditNotesScreen($this->query(), $this->plugin->module(ListsModule::class)->query(), $this->plugin->module(PortalsModule::class)->urls()),
        ];
    }

    public function routes(Routes $routes): void
    {
        $routes->bind('credit-notes.preview', fn (Request $request): array => $this->controller()->preview($request));
        $routes->bind('credit-notes.create', fn (Request $request): array => $this->controller()->create($request));
        $routes->bind('credit-notes.list', fn (Request $request): array => $this->list_controller()->list($request));
        $routes->bind('credit-notes.summary', fn (Request $request): array => $this->list_controller()->summary($request));
        $routes->bind('credit-notes.export', fn (Request $request): CsvFile => $this->list_controller()->export($request));
        $routes->bind('credit-notes.get', fn (Request $request): array => $this->controller()->get($request));
        $routes->bind('credit-notes.pdf', fn (Request $request): Download => $this->controller()->pdf($request));
    }

    public function notes(): CreditNoteRepository
    {
        return new CreditNoteRepository($this->plugin->database());
    }

    public function in_period(): CreditNotesInPeriod
    {
        return new CreditNotesInPeriod($this->plugin->database());
    }

    public function archive(): CreditNoteArchive
    {
        $documents = $this->plugin->module(DocumentsModule::class);

        return new CreditNoteArchive($this->plugin->database(), $documents->forms(), $documents->images(), $documents->pdfs(), new TcpdfPainter());
    }

    public function credit(): CreditInvoice
    {
        $documents = $this->plugin->module(DocumentsModule::class);
        $invoices = $this->plugin->module(InvoicesModule::class);

        return new CreditInvoice(
            $this->plugin->changes(),
            $this->prepare(),
            $invoices->invoices(),
            $invoices->writes(),
            $this->notes(),
            $documents->numbers(),
            $documents->forms(),
            $invoices->settle(),
            $this->plugin->provided(Books::class),
            $this->plugin->provided(GivesBack::class),
            $this->plugin->clock(),
        );
    }

    public function prepare(): PrepareCredit
    {
        $documents = $this->plugin->module(DocumentsModule::class);
        $invoices = $this->plugin->module(InvoicesModule::class);

        return new PrepareCredit(
            $invoices->invoices(),
            $this->notes(),
            $invoices->archive(),
            $this->plugin->module(ClientsModule::class)->clients(),
            $this->plugin->module(ClientsModule::class)->recipients(),
            $documents->numbers(),
            new PrintCheck($documents->glyphs()),
            $documents->glyphs(),
            $this->plugin->module(BusinessModule::class)->calendar(...),
            $documents->numbering(),
        );
    }

    public function query(): CreditNotesQuery
    {
        return new CreditNotesQuery($this->plugin->database(), $this->plugin->module(BusinessModule::class)->business(...));
    }

    private function resource(): CreditNoteResource
    {
        return new CreditNoteResource($this->plugin->module(ClientsModule::class)->clients(), $this->plugin->module(InvoicesModule::class)->invoices());
    }

    private function list_controller(): CreditNoteListController
    {
        return new CreditNoteListController($this->query(), $this->resource(), $this->plugin->module(InvoicesModule::class)->today(...));
    }

    private function controller(): CreditNotesController
    {
        $invoices = $this->plugin->module(InvoicesModule::class);

        return new CreditNotesController(
            $invoices->invoices(),
            $this->notes(),
            $this->prepare(),
            $this->credit(),
            $this->archive(),
            $this->resource(),
            $invoices->resource(),
        );
    }
}
