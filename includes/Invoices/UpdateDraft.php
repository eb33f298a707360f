<?php

declare(strict_types=1);

namespace Counterfoil\Invoices;

use Counterfoil\Activity\EventLog;
use Counterfoil\Clients\ClientRepository;
use Counterfoil\Shared\Actor;
use Counterfoil\Shared\Database\Database;
use Counterfoil\Shared\DomainError;
use Counterfoil\Shared\Viewer;

final readonly class UpdateDraft
{
    public function __construct(
        private Database $database,
        private InvoiceRepository $invoices,
        private DraftRepository $drafts,
        private TermsCheck $check,
        private ClientRepository $clients,
        private EventLog $events,
    ) {
    }

    /**
     * @param int $version the one that was read before changing
     * @throws DomainError 400, 404, or 409 when it was issued or changed meanwhile
     */
    public function handle(int $id, InvoiceTerms $terms, int $version, Actor $actor): Invoice
    {
        return $this->database->transaction(function () use ($id, $terms, $version, $actor): Invoice {
            if (! $this->invoices->get($id)->is_draft()) {
                throw Refusals::not_a_draft();
            }
            $terms = $this->check->check($terms);
            $totals = $terms->totals();
            $client = $this->clients->get((int) $terms->client_id, Viewer::system());
            if (! $this->drafts->update($id, $version, $terms, $totals, $client->portal_id)) {
                throw Refusals::changed_meanwhile();
            }
            $this->events->record('invoice.updated', [['invoice', $id]], $client->id, $actor, ['amount' => $totals->total, 'currency' => $totals->currency->code]);

            return $this->invoices->get($id);
        });
    }
}
