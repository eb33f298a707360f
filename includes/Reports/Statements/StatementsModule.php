<?php

declare(strict_types=1);

namespace Counterfoil\Reports\Statements;

use Counterfoil\Business\BusinessModule;
use Counterfoil\Clients\ClientsModule;
use Counterfoil\Documents\DocumentsModule;
use Counterfoil\Documents\TcpdfPainter;
use Counterfoil\Invoices\CreditNotes\CreditNotesModule;
use Counterfoil\Invoices\InvoicesModule;
use Counterfoil\Ledger\LedgerModule;
use Counterfoil\Payments\Numbers\ReceiptNumbersModule;
use Counterfoil\Payments\PaymentsModule;
use Counterfoil\Portals\PortalsModule;
use Counterfoil\Portals\Screen;
use Counterfoil\Reports\Statements\Portal\StatementFileScreen;
use Counterfoil\Reports\Statements\Portal\StatementScreen;
use Counterfoil\Reports\Statements\Rest\StatementsController;
use Counterfoil\Shared\Module;
use Counterfoil\Shared\Rest\CsvFile;
use Counterfoil\Shared\Rest\Download;
use Counterfoil\Shared\Rest\Request;
use Counterfoil\Shared\Rest\Routes;

/** Statements of account: what a client was charged, what it paid, and what is left. */
final class StatementsModule extends Module
{
    private ?ReadStatement $read = null;

    public function routes(Routes $routes): void
    {
        $routes->bind('statements.get', fn (Request $request): array => $this->controller()->get($request));
        $routes->bind('statements.pdf', fn (Request $request): Download => $this->controller()->pdf($request));
        $routes->bind('statements.csv', fn (Request $request): CsvFile => $this->controller()->csv($request));
    }

    public function screens(): array
    {
        $portals = $this->plugin->module(PortalsModule::class);

        return [
            StatementScreen::WORD => fn (): Screen => new StatementScreen($this->read(), $portals->urls(), $this->today(...)),
            StatementFileScreen::PDF => fn (): Screen => new StatementFileScreen($this->read(), $this->today(...), $this->paper()->download(...)),
            StatementFileScreen::CSV => fn (): Screen => new StatementFileScreen($this->read(), $this->today(...), fn (Statement $statement, $viewer): Download => $this->export()->handle($statement, $viewer)->whole()),
        ];
    }

    public function read(): ReadStatement
    {
        $invoices = $this->plugin->module(InvoicesModule::class);

        return $this->read ??= new ReadStatement(
            $this->plugin->module(ClientsModule::class)->clients(),
            $this->plugin->module(LedgerModule::class)->statements(),
            new EntrySubjects($invoices->invoices(), $this->plugin->module(CreditNotesModule::class)->notes(), $this->plugin->module(PaymentsModule::class)->payments(), $this->plugin->module(ReceiptNumbersModule::class)->numbers()),
            $this->plugin->module(BusinessModule::class)->business(...),
        );
    }

    public function paper(): StatementPaper
    {
        $documents = $this->plugin->module(DocumentsModule::class);
        $business = $this->plugin->module(BusinessModule::class);
        $portals = $this->plugin->module(PortalsModule::class);

        return new StatementPaper($this->read(), $portals->portals(), $portals->logo(), $business->business(...), $business->calendar(...), new TcpdfPainter(), $documents->glyphs(), $documents->pdf_font(), $documents->designs());
    }

    private function export(): StatementExport
    {
        return new StatementExport($this->read());
    }

    private function controller(): StatementsController
    {
        return new StatementsController($this->read(), $this->paper(), $this->export(), $this->today(...));
    }

    private function today(): string
    {
        return $this->plugin->module(BusinessModule::class)->calendar()->today();
    }
}
