<?php

declare(strict_types=1);

namespace Counterfoil\Invoices\ProFormas;

use Counterfoil\Clients\ClientRepository;
use Counterfoil\Coupons\UseCoupon;
use Counterfoil\Emails\OutboxRepository;
use Counterfoil\Invoices\Books;
use Counterfoil\Invoices\FollowsInvoices;
use Counterfoil\Invoices\Invoice;
use Counterfoil\Invoices\InvoiceMails;
use Counterfoil\Invoices\InvoiceRepository;
use Counterfoil\Invoices\InvoiceStatus;
use Counterfoil\Invoices\OpenPayments;
use Counterfoil\Invoices\Recipients\BillRecipients;
use Counterfoil\Invoices\Refusals;
use Counterfoil\Invoices\Settlement;
use Counterfoil\Shared\Actor;
use Counterfoil\Shared\Change\Change;
use Counterfoil\Shared\Change\Changes;
use Counterfoil\Shared\Clock\Clock;
use Counterfoil\Shared\DomainError;
use Counterfoil\Shared\Viewer;

/** Withdraws a pro-forma that was not paid in full. It was no sale, so no credit note is needed; its number stays given. */
final readonly class WithdrawProForma
{
    public function __construct(
        private Changes $changes,
        private InvoiceRepository $invoices,
        private ProFormaRepository $pro_formas,
        private OpenPayments $open_payments,
        private Books $books,
        private InvoiceMails $mails,
        private ClientRepository $clients,
        private BillRecipients $recipients,
        private OutboxRepository $outbox,
        private UseCoupon $coupons,
        private Clock $clock,
        private FollowsInvoices $followers,
    ) {
    }

    /**
     * Calls outside: somebody may only have looked at the payment form, and that must not keep it from being withdrawn.
     *
     * @param string $reason for the client and the timeline; may be empty
     * @param bool $tell whether the client is told, where it was mailed before
     * @throws DomainError 404, or 409 when it is no pro-forma, a draft, paid, withdrawn, or money is on its way
     */
    public function handle(int $id, Actor $actor, string $reason = '', bool $tell = true): Invoice
    {
        $this->check($this->invoices->get($id, Viewer::system()));
        $this->open_payments->stop($id);

        return $this->changes->run($actor, function (Change $change) use ($id, $reason, $tell): Invoice {
            $this->invoices->lock([$id]);
            $before = $this->invoices->get($id, Viewer::system());
            $this->check($before);
            if ($this->open_payments->is_under_way($id) || ! $this->pro_formas->withdraw($id, $this->clock->now())) {
                throw Refusals::money_on_its_way();
            }
            $pro_forma = $this->invoices->get($id, Viewer::system());
            $this->books->withdrawn($before, $pro_forma);
            $change->event('pro_forma.withdrawn', [['invoice', $id]], $before->client_id, [
                'number' => $before->number,
                'amount' => $before->total,
                'currency' => $before->currency->code,
                'reason' => $reason,
            ]);
            $this->coupons->give_back($change, $id);
            $this->followers->was_called_off($change, $pro_forma);
            if ($tell && $this->outbox->first_sent('invoice', $id) !== null) {
                // A mail that still waits is not sent at all.
                $this->mails->withdrawn($change, $pro_forma, $this->recipients->of($id, $this->clients->get($before->client_id, Viewer::system())), $reason);
            }
            /**
             * Fires once a pro forma invoice is withdrawn.
             *
             * @param int $pro_forma_id
             * @since 0.2.0
             */
            $change->hook('pro_forma_withdrawn', $id);

            return $pro_forma;
        });
    }

    private function check(Invoice $pro_forma): void
    {
        if (! $pro_forma->is_pro_forma()) {
            throw Refusals::no_pro_forma();
        }
        if (! $pro_forma->status->may_become(InvoiceStatus::Withdrawn)) {
            throw $pro_forma->is_draft() ? Refusals::not_issued() : Refusals::withdrawn();
        }
        if ($pro_forma->settlement === Settlement::Invoiced) {
            throw Refusals::is_invoiced();
        }
    }
}
