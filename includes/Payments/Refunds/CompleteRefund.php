<?php

declare(strict_types=1);

namespace Counterfoil\Payments\Refunds;

use Counterfoil\Payments\Gateway\GatewayError;
use Counterfoil\Payments\Gateway\GatewayErrorKind;
use Counterfoil\Payments\Gateway\GatewayRefund;
use Counterfoil\Payments\Gateway\GatewayRegistry;
use Counterfoil\Payments\Gateway\GivesRefunds;
use Counterfoil\Payments\PaymentRepository;
use Counterfoil\Shared\Actor;
use Counterfoil\Shared\Clock\Clock;
use Counterfoil\Shared\Viewer;

/**
 * Brings a refund that was written down to its gateway and its answer back. May be killed anywhere and
 * run again: the gateway is asked what it has, and the same key never gives back twice.
 */
final readonly class CompleteRefund
{
    /** After that long a call that was never answered has come to an end at the gateway too. */
    private const SETTLED_AFTER = '-5 minutes';

    public function __construct(
        private Clock $clock,
        private PaymentRepository $payments,
        private GatewayRegistry $gateways,
        private SettleRefund $settle,
        private ReadRefunds $read_refunds,
    ) {
    }

    public function handle(Refund $refund, Actor $actor): Refund
    {
        $payment = $this->payments->get($refund->payment_id, Viewer::system());
        if (! $refund->state->is_open() || $payment->is_offline() || $payment->gateway_payment_id === null) {
            return $refund;
        }
        $gateway = $this->gateways->refunding($payment);
        try {
            // Gateways forget keys after a day: what is not brand-new is looked for before it is asked for again.
            $answer = $this->is_fresh($refund) ? null : $this->find($refund, $payment->gateway_payment_id, $gateway);
            if ($answer === null && $refund->state === RefundState::Pending) {
                return $refund;
            }
            $answer ??= $gateway->refund($refund, $payment->gateway_payment_id);
        } catch (GatewayError $error) {
            return $this->give_in($refund, $payment->gateway_payment_id, $gateway, $error, $actor);
        }

        return $this->settle->handle($refund, $answer->state, $answer->id, $answer->failure, $actor);
    }

    private function is_fresh(Refund $refund): bool
    {
        return $refund->state === RefundState::Intended && $refund->created_at > $this->clock->now()->modify('-1 minute');
    }

    private function find(Refund $refund, string $payment, GivesRefunds $gateway): ?GatewayRefund
    {
        foreach ($gateway->refunds_of($payment) as $one) {
            if ($one->id === $refund->gateway_refund_id || ($one->token !== '' && hash_equals($refund->token(), $one->token))) {
                return $one;
            }
        }

        return null;
    }

    private function give_in(Refund $refund, string $payment, GivesRefunds $gateway, GatewayError $error, Actor $actor): Refund
    {
        if ($error->is(GatewayErrorKind::Busy)) {
            return $refund;
        }
        $hopeless = $refund->state === RefundState::Unknown && $refund->created_at < $this->clock->now()->modify(self::SETTLED_AFTER);
        if ($error->is(GatewayErrorKind::Unknown) && ! $hopeless) {
            return $this->settle->handle($refund, RefundState::Unknown, null, $error->getMessage(), $actor);
        }
        // A definite no, or a key whose answer is of no use for good. Only when the gateway has none is it free again.
        try {
            $found = $this->find($refund, $payment, $gateway);
        } catch (GatewayError) {
            return $this->settle->handle($refund, RefundState::Unknown, null, $error->getMessage(), $actor);
        }

        if ($found !== null) {
            return $this->settle->handle($refund, $found->state, $found->id, $found->failure, $actor);
        }
        $failed = $this->settle->handle($refund, RefundState::Failed, null, $error->getMessage(), $actor);
        // Most likely somebody gave it back in the gateway's dashboard: then it is recorded.
        try {
            $this->read_refunds->handle($this->payments->get($refund->payment_id, Viewer::system()));
        } catch (GatewayError) {
            return $failed;
        }

        return $failed;
    }
}
