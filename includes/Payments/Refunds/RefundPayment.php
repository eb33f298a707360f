<?php

declare(strict_types=1);

namespace Counterfoil\Payments\Refunds;

use Counterfoil\Payments\AllocateMoney;
use Counterfoil\Payments\Backoff;
use Counterfoil\Payments\Credit\CreditSources;
use Counterfoil\Payments\Disputes\DisputeRepository;
use Counterfoil\Payments\Gateway\GatewayRegistry;
use Counterfoil\Payments\Payment;
use Counterfoil\Payments\PaymentBalances;
use Counterfoil\Payments\PaymentRepository;
use Counterfoil\Payments\PaymentState;
use Counterfoil\Shared\Actor;
use Counterfoil\Shared\Change\Change;
use Counterfoil\Shared\Change\Changes;
use Counterfoil\Shared\Clock\Clock;
use Counterfoil\Shared\Database\UniqueViolation;
use Counterfoil\Shared\DomainError;
use Counterfoil\Shared\Money\Money;
use Counterfoil\Shared\Viewer;

/**
 * Gives back a payment or a part of it. The sum is set aside and the refund written down with its key,
 * committed; then the gateway is asked; then its answer is written. Offline money is recorded only.
 */
final readonly class RefundPayment
{
    public function __construct(
        private Changes $changes,
        private Clock $clock,
        private PaymentRepository $payments,
        private PaymentBalances $balances,
        private RefundRepository $refunds,
        private GatewayRegistry $gateways,
        private SettleRefund $settle,
        private CompleteRefund $complete,
        private AllocateMoney $allocate,
        private CreditSources $credit,
        private DisputeRepository $disputes,
    ) {
    }

    /**
     * @param bool $of_credit whether only the client's credit in it may go back, and nothing that pays an invoice
     * @param string $key one refund, however often it is sent; 64 characters at most
     * @throws DomainError 400, 404, 409 when there is not as much to give back or the gateway refuses, 502 when it is silent
     */
    public function handle(int $payment_id, Money $amount, string $reason, Viewer $viewer, string $key, bool $of_credit = false): Refund
    {
        $payment = $this->payments->get($payment_id, $viewer);
        $actor = $viewer->actor;
        $refund = $this->refunds->find_by_key($key);
        if ($refund === null) {
            $this->check($payment, $amount);
            // Before anything is written: with keys of another account nothing could be given back.
            if (! $payment->is_offline()) {
                $this->gateways->refunding($payment)->check_refund($amount);
            }
            $refund = $this->intend($payment, $amount, $reason, $actor, $key, $of_credit);
        }
        $refund = $payment->is_offline()
            ? $this->settle->handle($refund, RefundState::Succeeded, null, '', $actor)
            : $this->complete->handle($refund, $actor);
        if ($refund->state === RefundState::Failed) {
            throw DomainError::conflict('refund_refused', sprintf(
                /* translators: %s: what the gateway said, in English */
                __('The gateway declined the refund. Nothing was refunded. Its message: %s', 'counterfoil'),
                $refund->failure
            ));
        }
        if ($refund->state === RefundState::Unknown || $refund->state === RefundState::Intended) {
            throw DomainError::upstream(__('The gateway hasn’t confirmed the refund yet. We’ll keep checking and show it here. Please don’t refund it again.', 'counterfoil'));
        }

        return $refund;
    }

    private function check(Payment $payment, Money $amount): void
    {
        if (! $amount->currency->equals($payment->amount->currency)) {
            /* translators: %s: currency code */
            throw DomainError::invalid(sprintf(__('Enter the amount in %s, the currency of the payment.', 'counterfoil'), $payment->amount->currency->code), '/amount/currency');
        }
        if ($amount->amount < 1) {
            throw DomainError::invalid(__('Enter an amount greater than zero.', 'counterfoil'), '/amount/amount');
        }
    }

    private function intend(Payment $payment, Money $amount, string $reason, Actor $actor, string $key, bool $of_credit): Refund
    {
        try {
            return $this->changes->run($actor, function (Change $change) use ($payment, $amount, $reason, $key, $of_credit): Refund {
                $row = $this->payments->lock($payment);
                if ($of_credit && CreditSources::sum($this->credit->of_payment($row)) < $amount->amount) {
                    throw DomainError::conflict('not_enough_credit', __('This is more than the client’s credit balance. Reload the page to see the latest amount.', 'counterfoil'));
                }
                if (! $row->is_offline() && $this->disputes->is_undecided($row->id)) {
                    throw DomainError::conflict('payment_disputed', __('The client’s bank disputes this payment. You can refund it once the dispute is decided. If you agree with the client, accept the dispute at the gateway instead.', 'counterfoil'));
                }
                $id = $this->refunds->insert($row, $amount, RefundState::Intended, $reason, $key);
                if (! $this->balances->set_aside($row, $amount)) {
                    throw $row->state === PaymentState::Succeeded
                        ? DomainError::conflict('refund_too_large', __('This is more than can be refunded. Part of this payment was already refunded or is being refunded right now.', 'counterfoil'))
                        : DomainError::conflict('nothing_to_refund', __('No money was received for this payment, so there is nothing to refund.', 'counterfoil'));
                }
                $this->allocate->set_aside($row, $id, $amount->amount);
                $row->is_offline() || $change->job(CheckRefund::JOB, $id, Backoff::after($this->clock->now(), 0));
                $change->event('refund.started', [...$row->subjects(), ['refund', $id]], $row->client_id, [
                    'refund_id' => $id,
                    'payment_id' => $row->id,
                    'amount' => $amount->amount,
                    'currency' => $amount->currency->code,
                ]);

                return $this->refunds->get($id);
            });
        } catch (UniqueViolation $error) {
            return $this->refunds->find_by_key($key) ?? throw $error;
        }
    }
}
