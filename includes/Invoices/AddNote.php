<?php

declare(strict_types=1);

namespace Counterfoil\Invoices;

use Counterfoil\Activity\EventLog;
use Counterfoil\Shared\Actor;
use Counterfoil\Shared\Clock\Clock;
use Counterfoil\Shared\Database\Database;
use Counterfoil\Shared\DomainError;

final readonly class AddNote
{
    public function __construct(
        private Database $database,
        private InvoiceRepository $invoices,
        private NoteRepository $notes,
        private EventLog $events,
        private Clock $clock,
    ) {
    }

    /** @throws DomainError 404 */
    public function handle(int $invoice_id, string $body, Actor $author): Note
    {
        return $this->database->transaction(function () use ($invoice_id, $body, $author): Note {
            $invoice = $this->invoices->get($invoice_id);
            $id = $this->notes->insert($invoice_id, (int) $author->id, trim($body), $this->clock->now());
            $this->events->record('invoice.note_added', [['invoice', $invoice_id]], $invoice->client_id, $author, ['number' => $invoice->number]);

            return $this->notes->get($id);
        });
    }
}
