<?php

declare(strict_types=1);

namespace Counterfoil\Invoices\Notes;

use Counterfoil\Invoices\InvoiceRepository;
use Counterfoil\Shared\Actor;
use Counterfoil\Shared\Change\Change;
use Counterfoil\Shared\Change\Changes;
use Counterfoil\Shared\Clock\Clock;
use Counterfoil\Shared\DomainError;
use Counterfoil\Shared\Viewer;

final readonly class AddNote
{
    public function __construct(
        private Changes $changes,
        private InvoiceRepository $invoices,
        private NoteRepository $notes,
        private Clock $clock,
    ) {
    }

    /** @throws DomainError 404 */
    public function handle(int $invoice_id, string $body, Actor $author): Note
    {
        return $this->changes->run($author, function (Change $change) use ($invoice_id, $body, $author): Note {
            $invoice = $this->invoices->get($invoice_id, Viewer::system());
            $id = $this->notes->insert($invoice_id, (int) $author->id, trim($body), $this->clock->now());
            $change->event('invoice.note_added', [['invoice', $invoice_id]], $invoice->client_id, ['number' => $invoice->number]);
            /**
             * Fires after a staff member adds a note to an invoice.
             *
             * @param int $note_id
             * @param int $invoice_id
             * @since 0.2.0
             */
            $change->hook('invoice_note_added', $id, $invoice_id);

            return $this->notes->get($id);
        });
    }
}
