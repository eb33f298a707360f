<?php

declare(strict_types=1);

namespace Counterfoil\Payments\Refunds;

use Counterfoil\Payments\Gateway\GatewayError;
use Counterfoil\Payments\Gateway\GatewayRefund;
use Counterfoil\Payments\Gateway\GatewayRegistry;
use Counterfoil\Payments\Online\RefreshPayment;
use Counterfoil\Payments\Payment;
use Counterfoil\Payments\PaymentState;
use Counterfoil\Shared\Actor;
use Counterfoil\Shared\DomainError;

/** Brings what was given back of a payment at its gateway, by us or in the gateway's own dashboard, into our books. */
final readonly class ReadRefunds
{
    public function __construct(private RefundRepository $refunds, private GatewayRegistry $gateways, private SettleRefund $settle, private RefreshPayment $refresh)
    {
    }

    /** @throws GatewayError|DomainError 409 when what the gateway has is not this payment, or it is another account's */
    public function handle(Payment $payment): void
    {
        if ($payment->is_offline() || $payment->gateway_payment_id === null) {
            return;
        }
        $gateway = $this->gateways->refunding($payment);
        if ($payment->state !== PaymentState::Succeeded) {
            // That it had succeeded may not have been heard yet: what had not come can't go back.
            $payment = $this->refresh->refresh($payment)->payment;
        }
        if ($payment->state !== PaymentState::Succeeded || $payment->gateway_payment_id === null) {
            return;
        }
        $actor = Actor::gateway($gateway->title());
        $found = $gateway->refunds_of($payment->gateway_payment_id);
        $ours = $this->refunds->of_payment($payment->id);
        foreach ($found as $one) {
            $row = self::row_of($one, $ours);
            if ($row === null) {
                $this->settle->adopt($payment, $one, $actor);
            } else {
                $this->settle->handle($row, $one->state, $one->id, $one->failure, $actor);
            }
        }
    }

    /** @param list<Refund> $rows */
    private static function row_of(GatewayRefund $found, array $rows): ?Refund
    {
        foreach ($rows as $row) {
            if ($row->gateway_refund_id === $found->id || ($row->gateway_refund_id === null && hash_equals($row->token(), $found->token))) {
                return $row;
            }
        }

        return null;
    }
}
