<?php

declare(strict_types=1);

namespace Counterfoil\Invoices;

use Counterfoil\Activity\EventLog;
use Counterfoil\Clients\ClientRepository;
use Counterfoil\Clients\Recipients;
use Counterfoil\Shared\Actor;
use Counterfoil\Shared\Clock\Clock;
use Counterfoil\Shared\Database\Database;
use Counterfoil\Shared\DomainError;
use Counterfoil\Shared\Viewer;

/** Mails an issued invoice again, to whoever gets the client's mail now; the PDF is the one that was kept. */
final readonly class ResendInvoice
{
    public function __construct(
        private Database $database,
        private InvoiceRepository $invoices,
        private ClientRepository $clients,
        private Recipients $recipients,
        private InvoiceMails $mails,
        private EventLog $events,
        private Clock $clock,
    ) {
    }

    /** @throws DomainError 400 when there is nobody to send it to, 404, 409 when it is a draft or void */
    public function handle(int $id, Actor $actor): Invoice
    {
        return $this->database->transaction(function () use ($id, $actor): Invoice {
            $invoice = $this->invoices->get($id);
            if ($invoice->status !== InvoiceStatus::Issued) {
                throw $invoice->is_draft() ? Refusals::not_issued() : Refusals::void();
            }
            $recipients = $this->recipients->billing($this->clients->get($invoice->client_id, Viewer::system()));
            if ($recipients === []) {
                throw DomainError::invalid(__('This client has no e-mail address. Add one, or a contact, so that the invoice can be sent.', 'counterfoil'), '/client_id');
            }
            // A second click in the same second is the same wish.
            $left = $this->mails->leave($invoice, $recipients, 'resent-' . $this->clock->now()->format('YmdHis'));
            if ($left > 0) {
                $this->events->record('invoice.resent', [['invoice', $id]], $invoice->client_id, $actor, [
                    'number' => $invoice->number,
                    'recipients' => implode(', ', array_column($recipients, 'email')),
                ]);
            }

            return $invoice;
        });
    }
}
