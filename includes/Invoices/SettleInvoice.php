<?php

declare(strict_types=1);

namespace Counterfoil\Invoices;

use Counterfoil\Shared\Actor;
use Counterfoil\Shared\Change\Change;
use Counterfoil\Shared\Clock\Clock;
use Counterfoil\Shared\Viewer;

/**
 * Says what became of an invoice, and alone says that it became paid or due again, also of one over nothing. Called
 * in the change that issued it or moved its money; as often as one likes, the result is the same.
 */
final readonly class SettleInvoice
{
    public function __construct(private InvoiceRepository $invoices, private OpenPayments $open_payments, private Books $books, private Clock $clock)
    {
    }

    /** It was issued just now: from here on its sum is due, or it is paid because there is nothing to pay. */
    public function issued(Change $change, int $invoice_id): Invoice
    {
        $invoice = $this->handle($change, $invoice_id, 0, 0);
        $this->books->issued($invoice);

        return $invoice;
    }

    /**
     * The caller holds the invoice's row (InvoiceRepository::lock).
     *
     * @param int $paid all that ever came for it, in its currency's minor units
     * @param int $refunded of that, what went back
     */
    public function handle(Change $change, int $invoice_id, int $paid, int $refunded): Invoice
    {
        $before = $this->invoices->get($invoice_id, Viewer::system());
        if ($before->is_draft()) {
            return $before;
        }
        if ($before->status === InvoiceStatus::Void) {
            // Nothing of it is due; what came for it all the same is the client's credit.
            $this->invoices->settle($invoice_id, $before->settlement, $paid, $refunded, 0, $before->paid_at);

            return $this->invoices->get($invoice_id, Viewer::system());
        }
        // Money that was given back on purpose is not asked for again; money that turned out not to have come is.
        $was_paid = $before->paid_at !== null && $paid >= $before->paid;
        $settlement = Settlement::of($before->total, $paid, $refunded, $was_paid);
        $due = $settlement->is_open() ? $before->total - $paid + $refunded : 0;
        $this->invoices->settle($invoice_id, $settlement, $paid, $refunded, $due, $settlement->is_open() ? null : ($before->paid_at ?? $this->clock->now()));
        $invoice = $this->invoices->get($invoice_id, Viewer::system());
        if ($before->paid_at === null && $invoice->paid_at !== null) {
            $this->became_paid($change, $invoice);
        } elseif ($before->paid_at !== null && $invoice->paid_at === null) {
            $this->became_due_again($change, $invoice);
        }
        // Whatever may still take money for it was begun for another sum.
        $this->open_payments->look_again($change, $invoice_id);

        return $invoice;
    }

    private function became_paid(Change $change, Invoice $invoice): void
    {
        $change->event('invoice.paid', [['invoice', $invoice->id]], $invoice->client_id, self::facts($invoice), $invoice->total === 0 ? Actor::system() : null);
        /**
         * Fires once an invoice is paid in full, also one over nothing, which is paid when it is issued.
         *
         * @param int $invoice_id
         * @since 0.2.0
         */
        $change->hook('invoice_paid', $invoice->id);
    }

    private function became_due_again(Change $change, Invoice $invoice): void
    {
        $change->event('invoice.due_again', [['invoice', $invoice->id]], $invoice->client_id, self::facts($invoice));
        /**
         * Fires once an invoice that was paid is due again, because money that was taken for paid did not come or was taken back.
         *
         * @param int $invoice_id
         * @since 0.2.0
         */
        $change->hook('invoice_due_again', $invoice->id);
    }

    /** @return array<string, int|string|null> */
    private static function facts(Invoice $invoice): array
    {
        return ['number' => $invoice->number, 'amount' => $invoice->total, 'currency' => $invoice->currency->code];
    }
}
