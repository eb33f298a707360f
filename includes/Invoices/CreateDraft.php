<?php

declare(strict_types=1);

namespace Counterfoil\Invoices;

use Counterfoil\Activity\EventLog;
use Counterfoil\Clients\ClientRepository;
use Counterfoil\Shared\Actor;
use Counterfoil\Shared\Clock\Clock;
use Counterfoil\Shared\Database\Database;
use Counterfoil\Shared\DomainError;
use Counterfoil\Shared\Viewer;

final readonly class CreateDraft
{
    public function __construct(
        private Database $database,
        private InvoiceRepository $invoices,
        private DraftRepository $drafts,
        private TermsCheck $check,
        private ClientRepository $clients,
        private EventLog $events,
        private Clock $clock,
    ) {
    }

    /** @throws DomainError 400 naming each field */
    public function handle(InvoiceTerms $terms, Actor $actor): Invoice
    {
        return $this->database->transaction(fn (): Invoice => $this->insert($this->check->check($terms), $actor));
    }

    /**
     * The same lines again, due anew. Plans that changed their currency since are no reason to refuse:
     * the lines have prices of their own.
     *
     * @param string $due_date in the business's time zone, "2026-03-31"
     */
    public function from(Invoice $invoice, string $due_date, Actor $actor): Invoice
    {
        return $this->database->transaction(
            fn (): Invoice => $this->insert($this->invoices->terms($invoice)->with_due_date($due_date), $actor, $invoice)
        );
    }

    private function insert(InvoiceTerms $terms, Actor $actor, ?Invoice $original = null): Invoice
    {
        $totals = $terms->totals();
        $client = $this->clients->get((int) $terms->client_id, Viewer::system());
        $id = $this->drafts->insert($terms, $totals, $client->portal_id, $actor->type === 'staff' ? $actor->id : null, $this->clock->now());
        $this->events->record(
            $original === null ? 'invoice.created' : 'invoice.duplicated',
            [['invoice', $id]],
            $client->id,
            $actor,
            ['amount' => $totals->total, 'currency' => $totals->currency->code] + ($original === null ? [] : ['original' => $original->number ?? ''])
        );
        $this->database->after_commit(static fn () => do_action('counterfoil_invoice_created', $id));

        return $this->invoices->get($id);
    }
}
