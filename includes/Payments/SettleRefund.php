<?php

declare(strict_types=1);

namespace Counterfoil\Payments;

use Counterfoil\Activity\EventLog;
use Counterfoil\Invoices\SettleInvoice;
use Counterfoil\Shared\Actor;
use Counterfoil\Shared\Clock\Clock;
use Counterfoil\Shared\Clock\Timestamps;
use Counterfoil\Shared\Database\Database;
use Counterfoil\Shared\Database\UniqueViolation;
use Counterfoil\Shared\Money\Money;

/** Writes down what became of a refund, and what follows from it: once, whoever asks and however often. */
final readonly class SettleRefund
{
    public function __construct(
        private Database $database,
        private Clock $clock,
        private PaymentRepository $payments,
        private RefundRepository $refunds,
        private SettleInvoice $invoices,
        private PaymentMails $mails,
        private EventLog $events,
    ) {
    }

    /** @param string|null $gateway_refund_id null when it failed before it got one */
    public function handle(Refund $refund, RefundState $next, ?string $gateway_refund_id, string $failure, Actor $actor): Refund
    {
        return $this->database->transaction(function () use ($refund, $next, $gateway_refund_id, $failure, $actor): Refund {
            $row = $this->refunds->lock($refund, $this->payments);
            if (! $row->state->may_become($next)) {
                return $row;
            }
            $waits = $next === RefundState::Unknown || $next === RefundState::Pending;
            $moved = $this->refunds->move($row, $next, [
                ...($gateway_refund_id === null ? [] : ['gateway_refund_id' => $gateway_refund_id]),
                'failure' => mb_substr($failure, 0, 500),
                'check_at' => $waits ? Timestamps::to_row(Backoff::after($this->clock->now(), 0)) : null,
            ]);

            return $moved ? $this->follow($this->refunds->get($row->id), $actor) : $this->refunds->get($row->id);
        });
    }

    /**
     * A refund that was made elsewhere (the gateway's own dashboard) is recorded as it is.
     *
     * @return Refund|null null when it can't be counted: it is in another currency
     */
    public function adopt(Payment $payment, GatewayRefund $found, Actor $actor): ?Refund
    {
        if ($found->currency !== $payment->amount->currency->code) {
            return null;
        }
        $amount = Money::of($found->amount, $found->currency);
        try {
            return $this->database->transaction(function () use ($payment, $found, $amount, $actor): Refund {
                $this->payments->lock($payment);
                $id = $this->refunds->insert($payment, $amount, RefundState::Intended, '', "{$payment->gateway}:{$found->id}", $found->id);
                $this->payments->add_refunded($payment->id, $amount);

                return $this->handle($this->refunds->get($id), $found->state, $found->id, $found->failure, $actor);
            });
        } catch (UniqueViolation) {
            return $this->refunds->find_at_gateway($payment->gateway, $found->id);
        }
    }

    private function follow(Refund $refund, Actor $actor): Refund
    {
        $payment = $this->payments->get($refund->payment_id);
        if ($refund->state === RefundState::Failed) {
            $this->payments->set_free($payment->id, $refund->amount);
        }
        $type = match ($refund->state) {
            RefundState::Succeeded => 'refund.made',
            RefundState::Failed => 'refund.failed',
            default => null,
        };
        if ($type === null) {
            return $refund;
        }
        $this->events->record($type, [['invoice', $refund->invoice_id]], $refund->client_id, $actor, [
            'refund_id' => $refund->id,
            'payment_id' => $payment->id,
            'amount' => $refund->amount->amount,
            'currency' => $refund->amount->currency->code,
            'failure' => $refund->failure,
        ]);
        $invoice = $this->invoices->handle($refund->invoice_id);
        if ($refund->state === RefundState::Succeeded) {
            $this->mails->refund($refund, $payment, $invoice);
            $this->database->after_commit(static fn () => do_action('counterfoil_refund_made', $refund->id));
        }

        return $refund;
    }
}
