<?php

declare(strict_types=1);

namespace Counterfoil\Invoices;

use Counterfoil\Activity\EventLog;
use Counterfoil\Shared\Actor;
use Counterfoil\Shared\Database\Database;
use Counterfoil\Shared\DomainError;

final readonly class DeleteDraft
{
    public function __construct(
        private Database $database,
        private InvoiceRepository $invoices,
        private DraftRepository $drafts,
        private EventLog $events,
    ) {
    }

    /** @throws DomainError 404, or 409 when it was issued */
    public function handle(int $id, Actor $actor): void
    {
        $this->database->transaction(function () use ($id, $actor): void {
            $invoice = $this->invoices->get($id);
            if (! $this->drafts->delete($id)) {
                throw Refusals::not_a_draft();
            }
            $this->events->record('invoice.deleted', [['invoice', $id]], $invoice->client_id, $actor, ['amount' => $invoice->total, 'currency' => $invoice->currency->code]);
        });
    }
}
