<?php

declare(strict_types=1);

namespace Counterfoil\Payments\Online;

use Counterfoil\Invoices\Invoice;
use Counterfoil\Invoices\InvoiceRepository;
use Counterfoil\Payments\Payment;
use Counterfoil\Shared\Viewer;

/** Whether each invoice of a payment still asks for what it is to bring; what does not fit must take no money. */
final readonly class FitsBills
{
    public function __construct(private InvoiceRepository $invoices)
    {
    }

    /** @param array<int, Invoice> $bills those that were just read, by id */
    public function handle(Payment $payment, array $bills = []): bool
    {
        foreach ($payment->allocations as $allocation) {
            $due = ($bills[$allocation->invoice_id] ?? $this->invoices->get($allocation->invoice_id, Viewer::system()))->due()->amount;
            if ($payment->is_part ? $due < $allocation->asked : $due !== $allocation->asked) {
                return false;
            }
        }

        return true;
    }
}
