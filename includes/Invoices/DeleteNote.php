<?php

declare(strict_types=1);

namespace Counterfoil\Invoices;

use Counterfoil\Activity\EventLog;
use Counterfoil\Shared\Actor;
use Counterfoil\Shared\Database\Database;
use Counterfoil\Shared\DomainError;

final readonly class DeleteNote
{
    public function __construct(
        private Database $database,
        private InvoiceRepository $invoices,
        private NoteRepository $notes,
        private EventLog $events,
    ) {
    }

    /** @throws DomainError 404, or 403 when somebody else wrote it */
    public function handle(int $id, Actor $author): void
    {
        $this->database->transaction(function () use ($id, $author): void {
            $note = $this->notes->get($id);
            if (! $this->notes->delete($id, (int) $author->id)) {
                throw DomainError::forbidden(__('Somebody else wrote this note. Only they can delete it.', 'counterfoil'));
            }
            $invoice = $this->invoices->get($note->invoice_id);
            $this->events->record('invoice.note_deleted', [['invoice', $note->invoice_id]], $invoice->client_id, $author, ['number' => $invoice->number]);
        });
    }
}
