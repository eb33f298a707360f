<?php

declare(strict_types=1);

namespace Counterfoil\Payments\Refunds;

use Counterfoil\Payments\Gateway\GatewayError;
use Counterfoil\Payments\Gateway\GatewayRefund;
use Counterfoil\Payments\Gateway\GatewayRegistry;
use Counterfoil\Payments\Payment;
use Counterfoil\Shared\Actor;

/** Brings what was given back of a payment at its gateway, by us or in the gateway's own dashboard, into our books. */
final readonly class ReadRefunds
{
    public function __construct(private RefundRepository $refunds, private GatewayRegistry $gateways, private SettleRefund $settle)
    {
    }

    /** @throws GatewayError */
    public function handle(Payment $payment): void
    {
        if ($payment->is_offline() || $payment->gateway_payment_id === null) {
            return;
        }
        $gateway = $this->gateways->refunding($payment);
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
