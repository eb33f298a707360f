<?php

declare(strict_types=1);

namespace Counterfoil\Payments\Received;

use Closure;
use Counterfoil\Clients\ClientRepository;
use Counterfoil\Documents\DocumentKind;
use Counterfoil\Invoices\Lists\InvoicesQuery;
use Counterfoil\Payments\Allocation;
use Counterfoil\Payments\Credit\CreditUseRepository;
use Counterfoil\Payments\Numbers\ReceiptNumbers;
use Counterfoil\Payments\Payment;
use Counterfoil\Payments\PaymentResource;
use Counterfoil\Payments\Reversals\UndoPayment;
use Counterfoil\Shared\Calendar;
use Counterfoil\Shared\Money\Money;
use Counterfoil\Shared\Viewer;

/** Received payments as rows of a list (the contract's paymentRow): three queries, however many there are. */
final readonly class PaymentRowResource
{
    /** @param Closure(): Calendar $calendar */
    public function __construct(private ClientRepository $clients, private InvoicesQuery $invoices, private CreditUseRepository $uses, private Closure $calendar, private ReceiptNumbers $receipts)
    {
    }

    /**
     * @param list<Payment> $payments
     * @return list<array<string, mixed>>
     */
    public function to_wire(array $payments): array
    {
        $clients = $this->clients->by_ids(array_map(static fn (Payment $payment): int => $payment->client_id, $payments), Viewer::system());
        $numbers = $this->invoices->numbers(array_merge(...array_map(static fn (Payment $payment): array => array_map(static fn (Allocation $part): int => $part->invoice_id, $payment->allocations), $payments)));
        $used = $this->uses->used_of(array_map(static fn (Payment $payment): int => $payment->id, $payments));
        $receipts = $this->receipts->of_many(DocumentKind::Receipt, array_map(static fn (Payment $payment): int => $payment->id, $payments));
        $calendar = ($this->calendar)();

        return array_map(static fn (Payment $payment): array => [
            'id' => $payment->id,
            'client' => ['id' => $payment->client_id, 'name' => ($clients[$payment->client_id] ?? null)->name ?? ''],
            'invoices' => array_map(static fn (Allocation $part): array => [
                'id' => $part->invoice_id,
                'number' => $numbers[$part->invoice_id] ?? '',
                'amount' => (new Money($part->amount, $payment->amount->currency))->to_wire(),
            ], $payment->allocations),
            'receipt' => $receipts[$payment->id] ?? '',
            'received_on' => $payment->received_on ?? $calendar->day($payment->created_at),
            'method' => PaymentResource::method($payment),
            'reference' => $payment->is_offline() ? $payment->reference : (string) $payment->gateway_payment_id,
            'received' => $payment->received->to_wire(),
            'refunded' => $payment->refunded->to_wire(),
            'reversed' => $payment->reversed->to_wire(),
            'kept' => $payment->received->minus($payment->refunded)->minus($payment->reversed)->to_wire(),
            'can_undo' => UndoPayment::may($payment, in_array($payment->id, $used, true)),
        ], $payments);
    }
}
