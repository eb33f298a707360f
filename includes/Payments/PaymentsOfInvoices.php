<?php

declare(strict_types=1);

namespace Counterfoil\Payments;

use Counterfoil\Invoices\MoneyOfInvoices;
use Counterfoil\Payments\Credit\CreditUseRepository;
use Counterfoil\Shared\Money\Money;
use Counterfoil\Shared\Viewer;

/** What invoices ask of payments. */
final readonly class PaymentsOfInvoices implements MoneyOfInvoices
{
    public function __construct(private PaymentRepository $payments, private RefundRepository $refunds, private PaymentResource $resource, private AllocationRepository $allocations, private CreditUseRepository $uses, private DisputeRepository $disputes)
    {
    }

    public function for_staff(int $invoice_id): array
    {
        $payments = $this->payments->of_invoice($invoice_id, Viewer::system());
        $lost = $this->disputes->lost(array_map(static fn (Payment $payment): int => $payment->id, $payments));

        return array_map(
            fn (Payment $payment): array => $this->resource->to_wire($payment) + ['lost' => (new Money($lost[$payment->id] ?? 0, $payment->amount->currency))->to_wire(), 'applied' => (new Money($this->brought($payment, $invoice_id), $payment->amount->currency))->to_wire(), 'refund_ids' => array_column($this->went_back($payment), 'id')],
            $payments
        );
    }

    public function received(int $invoice_id): array
    {
        $came = array_filter($this->payments->of_invoice($invoice_id, Viewer::system()), static fn (Payment $payment): bool => $payment->state === PaymentState::Succeeded);

        $rows = [];
        foreach ($came as $payment) {
            $currency = $payment->amount->currency;
            [$here, $elsewhere] = $this->uses->of($payment->id, $invoice_id);
            $first = $this->brought($payment, $invoice_id) - array_sum(array_column($here, 'amount')) + array_sum(array_column($elsewhere, 'amount'));
            if ($first > 0) {
                $rows[] = [
                    'at' => $payment->succeeded_at ?? $payment->created_at,
                    'what' => PaymentResource::method($payment),
                    'amount' => new Money($first, $currency),
                    'receipt' => Receipts::has($payment) ? ['receipt', $payment->id] : null,
                ];
            }
            foreach ($here as ['at' => $at, 'amount' => $amount]) {
                $rows[] = ['at' => $at, 'what' => __('Credit balance', 'counterfoil'), 'amount' => new Money($amount, $currency), 'receipt' => null];
            }
            foreach ($elsewhere as ['at' => $at, 'amount' => $amount]) {
                $rows[] = ['at' => $at, 'what' => __('Used for another invoice', 'counterfoil'), 'amount' => new Money(-$amount, $currency), 'receipt' => null];
            }
            foreach ($this->went_back($payment) as $refund) {
                $amount = $this->allocations->parts_of($refund->id)[$invoice_id] ?? 0;
                if ($amount > 0) {
                    $rows[] = ['at' => $refund->created_at, 'what' => __('Refund', 'counterfoil'), 'amount' => new Money(-$amount, $currency), 'receipt' => ['refund', $refund->id]];
                }
            }
        }

        return $rows;
    }

    /** What of a payment is for an invoice. */
    private function brought(Payment $payment, int $invoice_id): int
    {
        foreach ($payment->allocations as $allocation) {
            if ($allocation->invoice_id === $invoice_id) {
                return $allocation->amount;
            }
        }

        return 0;
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
