<?php

declare(strict_types=1);

namespace Counterfoil\Payments;

use Counterfoil\Invoices\MoneyOfInvoices;
use Counterfoil\Shared\Money\Money;
use Counterfoil\Shared\Viewer;

/** What invoices ask of payments. */
final readonly class PaymentsOfInvoices implements MoneyOfInvoices
{
    public function __construct(private PaymentRepository $payments, private RefundRepository $refunds, private PaymentResource $resource)
    {
    }

    public function for_staff(int $invoice_id): array
    {
        return array_map(
            fn (Payment $payment): array => $this->resource->to_wire($payment) + ['refund_ids' => array_column($this->went_back($payment), 'id')],
            $this->payments->of_invoice($invoice_id, Viewer::system())
        );
    }

    public function received(int $invoice_id): array
    {
        $came = array_filter($this->payments->of_invoice($invoice_id, Viewer::system()), static fn (Payment $payment): bool => $payment->state === PaymentState::Succeeded);

        $rows = [];
        foreach ($came as $payment) {
            $rows[] = [
                'at' => $payment->succeeded_at ?? $payment->created_at,
                'what' => PaymentResource::method($payment),
                'amount' => $payment->received,
                'receipt' => Receipts::has($payment) ? ['receipt', $payment->id] : null,
            ];
            foreach ($this->went_back($payment) as $refund) {
                $rows[] = [
                    'at' => $refund->created_at,
                    'what' => __('Refund', 'counterfoil'),
                    'amount' => new Money(-$refund->amount->amount, $refund->amount->currency),
                    'receipt' => ['refund', $refund->id],
                ];
            }
        }

        return $rows;
    }

    /** @return list<Refund> */
    private function went_back(Payment $payment): array
    {
        return $payment->refunded->is_zero() ? [] : array_values(array_filter(
            $this->refunds->of_payment($payment->id),
            static fn (Refund $refund): bool => $refund->state === RefundState::Succeeded
        ));
    }
}
