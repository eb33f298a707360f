<?php

declare(strict_types=1);

namespace Counterfoil\Invoices;

use Counterfoil\Shared\Clock\Clock;

/**
 * Computes again what became of an invoice. Called in the transaction that changed one of its
 * payments or refunds; as often as one likes, the result is the same.
 */
final readonly class SettleInvoice
{
    public function __construct(private InvoiceRepository $invoices, private Clock $clock)
    {
    }

    public function handle(int $invoice_id): Invoice
    {
        $this->invoices->sum_up($invoice_id);
        $invoice = $this->invoices->get($invoice_id);
        if ($invoice->status !== InvoiceStatus::Issued) {
            return $invoice;
        }
        $settlement = Settlement::of($invoice->total, $invoice->paid, $invoice->refunded, $invoice->paid_at !== null);
        $paid_at = $settlement->is_open() ? null : ($invoice->paid_at ?? $this->clock->now());
        if ($settlement !== $invoice->settlement) {
            $this->invoices->set_settlement($invoice_id, $settlement, $paid_at);
        }

        return $this->invoices->get($invoice_id);
    }
}
