<?php

declare(strict_types=1);

namespace Counterfoil\Payments;

use Counterfoil\Documents\DocumentKind;
use Counterfoil\Invoices\InvoiceRepository;
use Counterfoil\Invoices\MoneyOfInvoices;
use Counterfoil\Payments\Credit\CreditUseRepository;
use Counterfoil\Payments\Disputes\DisputeRepository;
use Counterfoil\Payments\Disputes\DisputeResource;
use Counterfoil\Payments\Numbers\ReceiptNumbers;
use Counterfoil\Payments\Receipts\Receipts;
use Counterfoil\Payments\Refunds\Refund;
use Counterfoil\Payments\Refunds\RefundRepository;
use Counterfoil\Payments\Refunds\RefundState;
use Counterfoil\Payments\Reversals\Reversal;
use Counterfoil\Payments\Reversals\ReversalReason;
use Counterfoil\Payments\Reversals\ReversalRepository;
use Counterfoil\Payments\Reversals\ReversalWords;
use Counterfoil\Payments\Reversals\UndoPayment;
use Counterfoil\Shared\Clock\Timestamps;
use Counterfoil\Shared\Money\Money;
use Counterfoil\Shared\Money\MoneyFormat;
use Counterfoil\Shared\Viewer;
use DateTimeImmutable;

/** What invoices ask of payments. */
final readonly class PaymentsOfInvoices implements MoneyOfInvoices
{
    public function __construct(private PaymentRepository $payments, private RefundRepository $refunds, private PaymentResource $resource, private AllocationRepository $allocations, private CreditUseRepository $uses, private DisputeRepository $disputes, private ReversalRepository $reversals, private ReceiptNumbers $numbers, private InvoiceRepository $invoices)
    {
    }

    public function for_staff(int $invoice_id): array
    {
        $payments = $this->payments->of_invoice($invoice_id, Viewer::system());
        $ids = array_map(static fn (Payment $payment): int => $payment->id, $payments);
        $lost = $this->disputes->lost($ids);
        $reversals = $this->reversals->of_payments($ids);
        $disputes = $this->disputes->of_payments($ids);
        $used = $this->uses->used_of($ids);
        $others = $this->others($payments, $invoice_id);
        $failed = $this->refunds->failed_of($ids);

        return array_map(
            fn (Payment $payment): array => [
                ...$this->resource->to_wire($payment),
                'flag' => $payment->flag_in_words() ?: self::refund_failed($failed[$payment->id] ?? null),
                'disputes' => array_map(DisputeResource::to_wire(...), $disputes[$payment->id] ?? []),
                'can_undo' => UndoPayment::may($payment, in_array($payment->id, $used, true)),
                'is_undone' => UndoPayment::is_undone($payment),
                'lost' => (new Money($lost[$payment->id] ?? 0, $payment->amount->currency))->to_wire(),
                'applied' => (new Money($this->brought($payment, $invoice_id), $payment->amount->currency))->to_wire(),
                'others' => $others[$payment->id],
                'reversals' => array_map(self::reversal(...), $reversals[$payment->id] ?? []),
                'refund_ids' => array_column($this->went_back($payment), 'id'),
            ],
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
                    'receipt' => Receipts::has($payment) ? ['receipt', $payment->id, $this->numbers->of(DocumentKind::Receipt, $payment->id)] : null,
                ];
            }
            foreach ($here as ['at' => $at, 'amount' => $amount]) {
                $rows[] = ['at' => $at, 'what' => __('Credit balance', 'counterfoil'), 'amount' => new Money($amount, $currency), 'receipt' => null];
            }
            foreach ($elsewhere as ['at' => $at, 'amount' => $amount]) {
                $rows[] = ['at' => $at, 'what' => __('Used for another invoice', 'counterfoil'), 'amount' => new Money(-$amount, $currency), 'receipt' => null];
            }
            array_push($rows, ...$this->taken($payment, $invoice_id));
            foreach ($this->went_back($payment) as $refund) {
                $amount = $this->allocations->parts_of($refund->id)[$invoice_id] ?? 0;
                if ($amount > 0) {
                    $rows[] = ['at' => $refund->created_at, 'what' => __('Refund', 'counterfoil'), 'amount' => new Money(-$amount, $currency), 'receipt' => ['refund', $refund->id, $this->numbers->of(DocumentKind::Refund, $refund->id)]];
                }
            }
        }

        return $rows;
    }

    public function returned(int $invoice_id): ?array
    {
        $newest = null;
        foreach ($this->payments->of_invoice($invoice_id, Viewer::system()) as $payment) {
            foreach ($payment->reversed->is_zero() ? [] : $this->reversals->of_payments([$payment->id])[$payment->id] as $reversal) {
                $newest = $reversal->is_restored() || $reversal->reason !== ReversalReason::Returned || $reversal->id < ($newest->id ?? 0) ? $newest : $reversal;
            }
        }

        return $newest === null ? null : ['at' => $newest->created_at, 'amount' => $newest->amount, 'why' => ReversalWords::why($newest)];
    }

    /** What is left to do where the gateway could not give money back. */
    private static function refund_failed(?Refund $refund): string
    {
        return $refund === null ? '' : sprintf(
            /* translators: %s: amount of money */
            __('The refund of %s failed. Refund the client another way and record the refund.', 'counterfoil'),
            (new MoneyFormat(determine_locale()))->money($refund->amount)
        );
    }

    /**
     * @param list<Payment> $payments
     * @return array<int, list<array{id: int, number: string, amount: array{amount: int, currency: string}}>> by payment, the other bills it is for
     */
    private function others(array $payments, int $invoice_id): array
    {
        $parts = [];
        foreach ($payments as $payment) {
            $parts[$payment->id] = array_values(array_filter($payment->allocations, static fn (Allocation $part): bool => $part->invoice_id !== $invoice_id));
        }
        $ids = array_values(array_unique(array_map(static fn (Allocation $part): int => $part->invoice_id, array_merge(...array_values($parts)))));
        $numbers = $ids === [] ? [] : $this->invoices->numbers($ids);
        $of = [];
        foreach ($payments as $payment) {
            $of[$payment->id] = array_map(static fn (Allocation $part): array => [
                'id' => $part->invoice_id,
                'number' => $numbers[$part->invoice_id] ?? '',
                'amount' => (new Money($payment->state === PaymentState::Succeeded ? $part->amount : $part->asked, $payment->amount->currency))->to_wire(),
            ], $parts[$payment->id]);
        }

        return $of;
    }

    /** @return array<string, mixed> the contract's reversal */
    private static function reversal(Reversal $reversal): array
    {
        return [
            'amount' => $reversal->amount->to_wire(),
            'reason' => $reversal->reason->value,
            'what' => ReversalWords::what($reversal),
            'at' => Timestamps::to_wire($reversal->created_at),
            'restored_at' => $reversal->restored_at === null ? null : Timestamps::to_wire($reversal->restored_at),
        ];
    }

    /** @return list<array{at: DateTimeImmutable, what: string, amount: Money, receipt: null}> what the payer's bank took of it, and what came again */
    private function taken(Payment $payment, int $invoice_id): array
    {
        $rows = [];
        foreach ($this->reversals->of_payments([$payment->id])[$payment->id] ?? [] as $reversal) {
            $amount = $this->reversals->parts_of($reversal->id)[$invoice_id] ?? 0;
            if ($amount > 0) {
                $rows[] = ['at' => $reversal->created_at, 'what' => ReversalWords::what($reversal), 'amount' => new Money(-$amount, $payment->amount->currency), 'receipt' => null];
            }
            if ($amount > 0 && $reversal->restored_at !== null) {
                $rows[] = ['at' => $reversal->restored_at, 'what' => __('Received again', 'counterfoil'), 'amount' => new Money($amount, $payment->amount->currency), 'receipt' => null];
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
