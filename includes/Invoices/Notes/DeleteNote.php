<?php

declare(strict_types=1);

namespace Counterfoil\Invoices\Notes;

use Counterfoil\Invoices\InvoiceRepository;
use Counterfoil\Shared\Actor;
use Counterfoil\Shared\Change\Change;
use Counterfoil\Shared\Change\Changes;
use Counterfoil\Shared\DomainError;
use Counterfoil\Shared\Viewer;

final readonly class DeleteNote
{
    public function __construct(
        private Changes $changes,
        private InvoiceRepository $invoices,
        private NoteRepository $notes,
    ) {
    }

    /** @throws DomainError 404, or 403 when somebody else wrote it */
    public function handle(int $id, Actor $author): void
    {
        $this->changes->run($author, function (Change $change) use ($id, $author): void {
            $note = $this->notes->get($id);
            if (! $this->notes->delete($id, (int) $author->id)) {
                throw DomainError::forbidden(__('Only the person who wrote this note can delete it.', 'counterfoil'));
            }
            $invoice = $this->invoices->get($note->invoice_id, Viewer::system());
            $change->event('invoice.note_deleted', [['invoice', $note->invoice_id]], $invoice->client_id, ['number' => $invoice->number]);
            /**
             * Fires after a note on an invoice is deleted by its author.
             *
             * @param int $note_id
             * @param int $invoice_id
             * @since 0.2.0
             */
            $change->hook('invoice_note_deleted', $id, $note->invoice_id);
        });
    }
}
