<?php

declare(strict_types=1);

namespace Counterfoil\Payments\Online;

use Counterfoil\Clients\ClientRepository;
use Counterfoil\Invoices\InvoiceRepository;
use Counterfoil\Payments\Payment;
use Counterfoil\Payments\PaymentState;
use Counterfoil\Payments\UnderWayQuery;
use Counterfoil\Shared\DomainError;
use Counterfoil\Shared\Viewer;

/** Payments that are not finished in a mode of a gateway: they keep its mode and its account from being changed. */
final readonly class OpenInMode
{
    private const MOST = 20;

    public function __construct(private UnderWayQuery $under_way, private InvoiceRepository $invoices, private ClientRepository $clients, private StopPayment $stop)
    {
    }

    /** @return list<array{id: int, invoice_id: int, number: string, client: string, amount: array{amount: int, currency: string}, can_cancel: bool}> oldest first */
    public function list(string $gateway, string $mode, Viewer $viewer): array
    {
        return array_map(fn (Payment $payment): array => [
            'id' => $payment->id,
            'invoice_id' => $payment->invoice_id,
            'number' => (string) $this->invoices->find($payment->invoice_id, $viewer)?->number,
            'client' => (string) $this->clients->find($payment->client_id, $viewer)?->name,
            'amount' => $payment->amount->to_wire(),
            'can_cancel' => $payment->state->waits_for_payer() || $payment->state === PaymentState::Unknown,
        ], $this->under_way->in_mode($gateway, $mode, self::MOST));
    }

    /** Cancels what has taken no money yet. Calls outside; what a bank is at goes on. */
    public function cancel(string $gateway, string $mode): void
    {
        foreach ($this->under_way->in_mode($gateway, $mode, self::MOST) as $payment) {
            try {
                $this->stop->stop($payment);
            } catch (DomainError) {
                // Its gateway can't be asked with these keys. It stays on the list.
            }
        }
    }
}
