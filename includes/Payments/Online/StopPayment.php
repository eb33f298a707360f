<?php

declare(strict_types=1);

namespace Counterfoil\Payments\Online;

use Counterfoil\Payments\Gateway\GatewayError;
use Counterfoil\Payments\Gateway\GatewayRegistry;
use Counterfoil\Payments\Methods\CallOffCharge;
use Counterfoil\Payments\Payment;
use Counterfoil\Payments\PaymentRepository;
use Counterfoil\Payments\SettlePayment;
use Counterfoil\Shared\DomainError;

/**
 * Ends the payment of an invoice that is under way, if it has not taken money yet. Called before an
 * invoice is paid in another way or declared void.
 */
final readonly class StopPayment
{
    public function __construct(
        private PaymentRepository $payments,
        private FitsBills $fits,
        private GatewayRegistry $gateways,
        private RefreshPayment $refresh,
        private SettlePayment $settle,
        private CallOffCharge $call_off,
    ) {
    }

    /**
     * @return Payment|null as it is now: cancelled, succeeded after all, or still under way (in processing, no answer); null when
     *     there was none
     * @throws DomainError 409, 503 when its gateway can't be asked any more
     */
    public function handle(int $invoice_id): ?Payment
    {
        $payment = $this->payments->under_way_of($invoice_id);

        return $payment === null ? null : $this->stop($payment);
    }

    /** Whether it may still take money: FitsBills. */
    public function fits(Payment $payment): bool
    {
        return $this->fits->handle($payment);
    }

    public function stop(Payment $payment): Payment
    {
        $gateway = $this->gateways->of($payment);
        if ($payment->gateway_payment_id === null) {
            // To go on with a charge would take the money.
            $payment = $payment->is_charge() ? $this->call_off->handle($payment, $gateway) : $this->refresh->refresh($payment)->payment;
        }
        if ($payment->gateway_payment_id === null || ! $payment->is_under_way) {
            return $payment;
        }
        try {
            $answer = $gateway->cancel($payment->gateway_payment_id);
        } catch (GatewayError) {
            // It has paid meanwhile, is in processing, or the gateway is silent: the truth is there, not here.
            return $this->refresh->refresh($payment)->payment;
        }

        return $this->settle->handle($payment, $answer, $gateway->title());
    }
}
