<?php

declare(strict_types=1);

namespace Counterfoil\Invoices\Issuing;

use Counterfoil\Clients\ClientRepository;
use Counterfoil\Clients\InviteRecipients;
use Counterfoil\Invoices\Invoice;
use Counterfoil\Invoices\InvoiceMails;
use Counterfoil\Invoices\InvoiceRepository;
use Counterfoil\Invoices\InvoiceStatus;
use Counterfoil\Invoices\Recipients\BillRecipients;
use Counterfoil\Invoices\Refusals;
use Counterfoil\Shared\Actor;
use Counterfoil\Shared\Change\Change;
use Counterfoil\Shared\Change\Changes;
use Counterfoil\Shared\Clock\Clock;
use Counterfoil\Shared\DomainError;
use Counterfoil\Shared\Viewer;

/** Mails an issued invoice again, to whoever gets the client's mail now; the PDF is the one that was kept. */
final readonly class ResendInvoice
{
    public function __construct(
        private Changes $changes,
        private InvoiceRepository $invoices,
        private ClientRepository $clients,
        private BillRecipients $recipients,
        private InvoiceMails $mails,
        private InviteRecipients $invite,
        private Clock $clock,
    ) {
    }

    /**
     * @param bool $invite recipients who can't open the portal yet are invited in the same step
     * @throws DomainError 400 when there is nobody to send it to, 404, 409 when it is a draft or void
     */
    public function handle(int $id, Actor $actor, bool $invite = false): Invoice
    {
        return $this->changes->run($actor, function (Change $change) use ($id, $actor, $invite): Invoice {
            $invoice = $this->invoices->get($id, Viewer::system());
            if ($invoice->status !== InvoiceStatus::Issued) {
                throw match ($invoice->status) {
                    InvoiceStatus::Draft => Refusals::not_issued(),
                    InvoiceStatus::Withdrawn => Refusals::withdrawn(),
                    default => Refusals::void(),
                };
            }
            $client = $this->clients->get($invoice->client_id, Viewer::system());
            $recipients = $this->recipients->required($id, $client);
            if ($invite) {
                $this->invite->handle($client, $recipients, $actor);
            }
            // A second click in the same second is the same wish.
            $left = $this->mails->again($change, $invoice, $recipients, 'resent-' . $this->clock->now()->format('YmdHis'));
            if ($left > 0) {
                $change->event('invoice.resent', [['invoice', $id]], $invoice->client_id, [
                    'number' => $invoice->number,
                    'recipients' => implode(', ', array_column($recipients, 'email')),
                ]);
                /**
                 * Fires once an invoice is resent.
                 *
                 * @param int $invoice_id
                 * @since 0.2.0
                 */
                $change->hook('invoice_resent', $id);
            }

            return $invoice;
        });
    }
}
