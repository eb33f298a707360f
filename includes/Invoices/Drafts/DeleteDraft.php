<?php

declare(strict_types=1);

namespace Counterfoil\Invoices\Drafts;

use Counterfoil\Invoices\Attachments\AttachmentRepository;
use Counterfoil\Invoices\InvoiceRepository;
use Counterfoil\Invoices\Refusals;
use Counterfoil\Shared\Actor;
use Counterfoil\Shared\Change\Change;
use Counterfoil\Shared\Change\Changes;
use Counterfoil\Shared\DomainError;
use Counterfoil\Shared\Viewer;

final readonly class DeleteDraft
{
    public function __construct(
        private Changes $changes,
        private InvoiceRepository $invoices,
        private DraftRepository $drafts,
        private AttachmentRepository $files,
    ) {
    }

    /** @throws DomainError 404, or 409 when it was issued */
    public function handle(int $id, Actor $actor): void
    {
        $this->changes->run($actor, function (Change $change) use ($id): void {
            $invoice = $this->invoices->get($id, Viewer::system());
            if (! $this->drafts->delete($id)) {
                throw Refusals::not_a_draft();
            }
            $this->files->delete_of($id);
            $change->event('invoice.deleted', [['invoice', $id]], $invoice->client_id, ['amount' => $invoice->total, 'currency' => $invoice->currency->code]);
            /**
             * Fires after a draft is deleted.
             *
             * @param int $invoice_id
             * @param int $client_id the client the draft was for
             * @since 0.2.0
             */
            $change->hook('invoice_deleted', $id, $invoice->client_id);
        });
    }
}
