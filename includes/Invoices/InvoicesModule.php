<?php

declare(strict_types=1);

namespace Counterfoil\Invoices;

use Counterfoil\Access\Capability;
use Counterfoil\Access\StaffAccess;
use Counterfoil\Business\Business;
use Counterfoil\Invoices\Rest\InvoicesController;
use Counterfoil\Invoices\Rest\NotesController;
use Counterfoil\Payments\Payment;
use Counterfoil\Plugin;
use Counterfoil\Shared\Clock\Timestamps;
use Counterfoil\Shared\DomainError;
use Counterfoil\Shared\Module;
use Counterfoil\Shared\Rest\Request;

final class InvoicesModule implements Module
{
    private ?InvoiceRepository $invoices = null;
    private ?SettleInvoice $settle = null;
    private ?InvoiceDocuments $documents = null;
    private ?InvoiceArchive $archive = null;
    private ?InvoiceResource $resource = null;
    private ?InvoiceRowResource $row_resource = null;
    private ?CreateDraft $create = null;

    public function __construct(private readonly Plugin $plugin)
    {
    }

    public function register(): void
    {
        add_action('rest_api_init', $this->routes(...));
    }

    public function invoices(): InvoiceRepository
    {
        return $this->invoices ??= new InvoiceRepository($this->plugin->database);
    }

    public function settle(): SettleInvoice
    {
        return $this->settle ??= new SettleInvoice($this->invoices(), $this->plugin->clock);
    }

    public function documents(): InvoiceDocuments
    {
        return $this->documents ??= new InvoiceDocuments(
            $this->invoices(),
            $this->plugin->clients->clients(),
            $this->plugin->clients->websites(),
            $this->plugin->brand->portals(),
            $this->plugin->brand->logo(),
            $this->plugin->portal->urls(),
            $this->business(...),
            $this->invoicing(...),
            $this->plugin->stripe->has_keys(...),
        );
    }

    public function archive(): InvoiceArchive
    {
        return $this->archive ??= new InvoiceArchive($this->plugin->database);
    }

    public function resource(): InvoiceResource
    {
        return $this->resource ??= new InvoiceResource(
            $this->invoices(),
            $this->plugin->clients->clients(),
            $this->plugin->clients->contacts(),
            $this->plugin->clients->websites(),
            new NoteRepository($this->plugin->database),
            $this->documents(),
            new SentMailsQuery($this->plugin->database),
            $this->plugin->emails->recipients(),
            $this->plugin->brand->portals(),
            $this->plugin->portal->urls(),
            $this->today(...),
            fn (int $id): array => array_map(
                fn (Payment $payment): array => $this->plugin->payments->resource()->to_wire($payment),
                $this->plugin->payments->payments()->of_invoice($id)
            ),
        );
    }

    public function row_resource(): InvoiceRowResource
    {
        return $this->row_resource ??= new InvoiceRowResource(
            $this->plugin->clients->clients(),
            $this->plugin->clients->contacts(),
            $this->plugin->clients->websites(),
            $this->today(...),
        );
    }

    public function tallies(): InvoiceTallies
    {
        return new InvoiceTallies($this->plugin->database);
    }

    public function create_draft(): CreateDraft
    {
        return $this->create ??= new CreateDraft(
            $this->plugin->database,
            $this->invoices(),
            $this->drafts(),
            $this->check(),
            $this->plugin->clients->clients(),
            $this->plugin->activity->log(),
            $this->plugin->clock,
        );
    }

    public function issue(): IssueInvoice
    {
        return new IssueInvoice(
            $this->plugin->database,
            $this->invoices(),
            $this->check(),
            $this->plugin->clients->clients(),
            new NumberSeries($this->plugin->database, new InvoicingRepository($this->plugin->database)),
            $this->documents(),
            $this->archive(),
            $this->mails(),
            $this->plugin->activity->log(),
            $this->plugin->clock,
            $this->business(...),
        );
    }

    public function void(): VoidInvoice
    {
        return new VoidInvoice($this->plugin->database, $this->invoices(), $this->plugin->activity->log(), $this->plugin->clock);
    }

    public function mark_opened(): MarkOpened
    {
        return new MarkOpened($this->plugin->database, $this->invoices(), $this->plugin->activity->log(), $this->plugin->clock);
    }

    /** The business's day, "2026-03-31": what is overdue is measured by it. */
    public function today(): string
    {
        return Timestamps::day($this->plugin->clock->now(), $this->business()->timezone);
    }

    private function routes(): void
    {
        $view = StaffAccess::may(Capability::View);
        $bill = StaffAccess::may(Capability::Bill);
        $routes = $this->plugin->routes();
        // Made when a route is called: most requests call none of these.
        $call = fn (string $method): callable => fn (Request $request): mixed => $this->controller()->{$method}($request);
        foreach (['list', 'summary', 'get', 'pdf', 'events'] as $operation) {
            $routes->add("invoices.{$operation}", $view, $call($operation)(...));
        }
        foreach (['preview', 'draw', 'create', 'update', 'delete', 'send', 'resend', 'duplicate'] as $operation) {
            $routes->add("invoices.{$operation}", $bill, $call($operation)(...));
        }
        $routes->add('invoices.void', $bill, function (Request $request): mixed {
            // Somebody may only have looked at the payment form: that must not keep the invoice from being void.
            try {
                $this->plugin->payments->stop()->handle($request->id());
            } catch (DomainError) {
                // Its gateway can't be asked, so money may be on its way: that is refused below, in words for staff.
            }

            return $this->controller()->void($request);
        }, calls_outside: true);
        $routes->add('notes.create', $bill, fn (Request $request): array => $this->notes()->create($request));
        $routes->add('notes.delete', $bill, fn (Request $request): array => $this->notes()->delete($request));
    }

    private function controller(): InvoicesController
    {
        $database = $this->plugin->database;
        $clients = $this->plugin->clients->clients();
        $events = $this->plugin->activity->log();

        return new InvoicesController(
            $this->invoices(),
            $this->tallies(),
            $this->resource(),
            $this->row_resource(),
            new PreviewInvoice($this->check(), $this->documents()),
            $this->create_draft(),
            new UpdateDraft($database, $this->invoices(), $this->drafts(), $this->check(), $clients, $events),
            new DeleteDraft($database, $this->invoices(), $this->drafts(), $events),
            new DuplicateInvoice($this->invoices(), $this->create_draft(), $this->plugin->clock, $this->business(...), $this->invoicing(...)),
            $this->issue(),
            new ResendInvoice($database, $this->invoices(), $clients, $this->plugin->emails->recipients(), $this->mails(), $events, $this->plugin->clock),
            $this->void(),
            $this->documents(),
            $this->archive(),
            $this->plugin->activity->timeline(),
            $this->plugin->clock,
            $this->today(...),
        );
    }

    private function notes(): NotesController
    {
        $notes = new NoteRepository($this->plugin->database);
        $events = $this->plugin->activity->log();

        return new NotesController(
            new AddNote($this->plugin->database, $this->invoices(), $notes, $events, $this->plugin->clock),
            new DeleteNote($this->plugin->database, $this->invoices(), $notes, $events),
        );
    }

    private function drafts(): DraftRepository
    {
        return new DraftRepository($this->plugin->database);
    }

    private function check(): TermsCheck
    {
        return new TermsCheck(
            $this->plugin->clients->clients(),
            $this->plugin->clients->websites(),
            $this->plugin->catalog->plans(),
            $this->plugin->emails->recipients(),
        );
    }

    private function mails(): InvoiceMails
    {
        return new InvoiceMails($this->plugin->emails->outbox());
    }

    private function business(): Business
    {
        return $this->plugin->brand->business();
    }

    private function invoicing(): Invoicing
    {
        return $this->plugin->brand->invoicing();
    }
}
