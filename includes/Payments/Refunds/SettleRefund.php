<?php

declare(strict_types=1);

namespace Counterfoil\Payments\Refunds;

use Counterfoil\Payments\AllocateMoney;
use Counterfoil\Payments\Backoff;
use Counterfoil\Payments\Gateway\GatewayRefund;
use Counterfoil\Payments\Payment;
use Counterfoil\Payments\PaymentBalances;
use Counterfoil\Payments\PaymentMails;
use Counterfoil\Payments\PaymentRepository;
use Counterfoil\Shared\Actor;
use Counterfoil\Shared\Change\Change;
use Counterfoil\Shared\Change\Changes;
use Counterfoil\Shared\Clock\Clock;
use Counterfoil\Shared\Database\UniqueViolation;
use Counterfoil\Shared\Money\Money;
use Counterfoil\Shared\Viewer;

/** Writes down what became of a refund, and what follows from it: once, whoever asks and however often. */
final readonly class SettleRefund
{
    /** Banks that don't take a refund return it within days; a month at the latest. */
    private const LOOK_AGAIN = '+30 days';

    public function __construct(
        private Changes $changes,
        private Clock $clock,
        private PaymentRepository $payments,
        private PaymentBalances $balances,
        private RefundRepository $refunds,
        private AllocateMoney $allocate,
        private PaymentMails $mails,
    ) {
    }

    /** @param string|null $gateway_refund_id null when it failed before it got one */
    public function handle(Refund $refund, RefundState $next, ?string $gateway_refund_id, string $failure, Actor $actor): Refund
    {
        return $this->changes->run($actor, function (Change $change) use ($refund, $next, $gateway_refund_id, $failure): Refund {
            $row = $this->refunds->lock($refund, $this->payments);
            if (! $row->state->may_become($next)) {
                return $row;
            }
            $moved = $this->refunds->move($row, $next, [
                ...($gateway_refund_id === null ? [] : ['gateway_refund_id' => $gateway_refund_id]),
                'failure' => mb_substr($failure, 0, 500),
            ]);

            if ($moved) {
                $this->follow($change, $row->state, $this->refunds->get($row->id));
            }

            return $this->refunds->get($row->id);
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
            return $this->changes->run($actor, function () use ($payment, $found, $amount, $actor): Refund {
                $row = $this->payments->lock($payment);
                $id = $this->refunds->insert($row, $amount, RefundState::Intended, '', "{$payment->gateway}:{$found->id}", $found->id);
                $this->allocate->set_aside($row, $id, $amount->amount);
                $this->balances->add_refunded($row->id, $amount);

                return $this->handle($this->refunds->get($id), $found->state, $found->id, $found->failure, $actor);
            });
        } catch (UniqueViolation) {
            return $this->refunds->find_at_gateway($payment->gateway, $found->id);
        }
    }

    private function follow(Change $change, RefundState $before, Refund $refund): void
    {
        $payment = $this->payments->get($refund->payment_id, Viewer::system());
        if ($refund->state === RefundState::Failed) {
            $this->balances->set_free($payment->id, $refund->amount);
        }
        $type = match ($refund->state) {
            RefundState::Intended, RefundState::Unknown => 'refund.unknown',
            RefundState::Pending => 'refund.pending',
            RefundState::Succeeded => 'refund.made',
            RefundState::Failed => 'refund.failed',
        };
        $change->event($type, [...$payment->subjects(), ['refund', $refund->id]], $refund->client_id, $this->facts($refund));
        if ($refund->state->is_open()) {
            $change->job(CheckRefund::JOB, $refund->id, Backoff::after($this->clock->now(), 0));
        }
        if ($refund->state === RefundState::Succeeded) {
            $payment->is_offline() || $change->job(CheckRefund::JOB, $refund->id, $this->clock->now()->modify(self::LOOK_AGAIN));
            $this->mails->refund($change, $refund, $payment, $this->allocate->went_back($change, $refund, $payment));
            /**
             * Fires once a refund succeeds.
             *
             * @param int $refund_id
             * @since 0.2.0
             */
            $change->hook('refund_made', $refund->id);
        } elseif ($refund->state === RefundState::Failed) {
            $this->failed($change, $before, $refund, $payment);
        }
    }

    /** What the gateway refuses at once is told to whoever asked for it. */
    private function failed(Change $change, RefundState $before, Refund $refund, Payment $payment): void
    {
        $had_gone_back = $before === RefundState::Succeeded;
        $settled = $had_gone_back ? $this->allocate->was_returned($change, $refund, $payment) : null;
        if ($before !== RefundState::Intended) {
            $this->mails->refund_failed($change, $refund, $payment, $settled->after ?? $this->allocate->invoices_of($payment), $settled?->parts() ?? [], was_told: $had_gone_back);
        }
        /**
         * Fires once a refund fails, immediately or after it was processing.
         *
         * @param int $refund_id
         * @since 0.2.0
         */
        $change->hook('refund_failed', $refund->id);
    }

    /** @return array<string, int|string> */
    private function facts(Refund $refund): array
    {
        return [
            'refund_id' => $refund->id,
            'payment_id' => $refund->payment_id,
            'amount' => $refund->amount->amount,
            'currency' => $refund->amount->currency->code,
            'failure' => $refund->failure,
        ];
    }
}
