<?php

declare(strict_types=1);

namespace Counterfoil\Invoices\Issuing;

use Counterfoil\Clients\ClientRepository;
use Counterfoil\Coupons\UseCoupon;
use Counterfoil\Emails\OutboxRepository;
use Counterfoil\Invoices\Books;
use Counterfoil\Invoices\FollowsInvoices;
use Counterfoil\Invoices\Invoice;
use Counterfoil\Invoices\InvoiceMails;
use Counterfoil\Invoices\InvoiceRepository;
use Counterfoil\Invoices\InvoiceStatus;
use Counterfoil\Invoices\InvoiceWrites;
use Counterfoil\Invoices\OpenPayments;
use Counterfoil\Invoices\Recipients\BillRecipients;
use Counterfoil\Invoices\Refusals;
use Counterfoil\Shared\Actor;
use Counterfoil\Shared\Change\Change;
use Counterfoil\Shared\Change\Changes;
use Counterfoil\Shared\Clock\Clock;
use Counterfoil\Shared\DomainError;
use Counterfoil\Shared\Viewer;

/** Declares an unpaid invoice void. Its number stays given: a gap would look like a sale that was hidden. */
final readonly class VoidInvoice
{
    public function __construct(
        private Changes $changes,
        private InvoiceRepository $invoices,
        private InvoiceWrites $writes,
        private OpenPayments $open_payments,
        private Books $books,
        private UseCoupon $coupons,
        private InvoiceMails $mails,
        private ClientRepository $clients,
        private BillRecipients $recipients,
        private OutboxRepository $outbox,
        private Clock $clock,
        private FollowsInvoices $followers,
    ) {
    }

    /**
     * Calls outside: somebody may only have looked at the payment form, and that must not keep the invoice from being void.
     *
     * @param string $reason for the client and the timeline; may be empty
     * @throws DomainError 404, or 409 when it is a draft, void, or money came or is on its way
     */
    public function handle(int $id, Actor $actor, string $reason = ''): Invoice
    {
        $this->check($this->invoices->get($id, Viewer::system()));
        $this->open_payments->stop($id);

        return $this->changes->run($actor, function (Change $change) use ($id, $reason): Invoice {
            $this->invoices->lock([$id]);
            $invoice = $this->invoices->get($id, Viewer::system());
            $this->check($invoice);
            if ($this->open_payments->has_any($id) || ! $this->writes->void($id, $this->clock->now())) {
                throw Refusals::has_money();
            }
            $this->books->voided($invoice, $this->invoices->get($id, Viewer::system()));
            $change->event('invoice.voided', [['invoice', $id]], $invoice->client_id, ['number' => $invoice->number, 'amount' => $invoice->total, 'currency' => $invoice->currency->code, 'reason' => $reason]);
            $this->coupons->give_back($change, $id);
            $this->followers->was_called_off($change, $this->invoices->get($id, Viewer::system()));
            if ($this->outbox->first_sent('invoice', $id) !== null) {
                // Who was asked to pay it hears that it is not to be paid. A mail that still waits is not sent at all.
                $this->mails->voided($change, $invoice, $this->recipients->of($id, $this->clients->get($invoice->client_id, Viewer::system())), $reason);
            }
            /**
             * Fires once an invoice is voided.
             *
             * @param int $invoice_id
             * @since 0.2.0
             */
            $change->hook('invoice_voided', $id);

            return $this->invoices->get($id, Viewer::system());
        });
    }

    private function check(Invoice $invoice): void
    {
        if ($invoice->is_pro_forma() && ! $invoice->is_draft()) {
            throw $invoice->status === InvoiceStatus::Withdrawn ? Refusals::withdrawn() : Refusals::is_pro_forma();
        }
        if (! $invoice->status->may_become(InvoiceStatus::Void)) {
            throw $invoice->is_draft() ? Refusals::not_issued() : Refusals::void();
        }
        if ($invoice->credited > 0) {
            throw Refusals::has_credit_notes();
        }
    }
}
