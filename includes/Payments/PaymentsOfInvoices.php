<?php

declare(strict_types=1);

namespace Counterfoil\Payments;

use Counterfoil\Invoices\MoneyOfInvoices;
use Counterfoil\Shared\Viewer;

/** What invoices ask of payments. */
final readonly class PaymentsOfInvoices implements MoneyOfInvoices
{
    public function __construct(private PaymentRepository $payments, private PaymentResource $resource)
    {
    }

    public function for_staff(int $invoice_id): array
    {
        return array_map($this->resource->to_wire(...), $this->payments->of_invoice($invoice_id, Viewer::system()));
    }

    public function received(int $invoice_id): array
    {
        $came = array_filter($this->payments->of_invoice($invoice_id, Viewer::system()), static fn (Payment $payment): bool => $payment->state === PaymentState::Succeeded);

        return array_values(array_map(static fn (Payment $payment): array => [
            'at' => $payment->succeeded_at ?? $payment->created_at,
            'what' => PaymentResource::method($payment),
            'amount' => $payment->received,
        ], $came));
    }
}
