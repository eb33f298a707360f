<?php

declare(strict_types=1);

namespace Counterfoil\Payments\Online;

use Counterfoil\Payments\Gateway\GatewayError;
use Counterfoil\Payments\Gateway\GatewayRegistry;
use Counterfoil\Payments\Payment;
use Counterfoil\Payments\PaymentRepository;
use Counterfoil\Payments\PaymentView;
use Counterfoil\Payments\SettlePayment;
use Counterfoil\Shared\DomainError;
use Counterfoil\Shared\Viewer;

/** Asks the gateway where a payment stands and writes it down. */
final readonly class RefreshPayment
{
    public function __construct(
        private PaymentRepository $payments,
        private GatewayRegistry $gateways,
        private StartPayment $start,
        private SettlePayment $settle,
    ) {
    }

    /** @throws DomainError 404 for somebody else's payment */
    public function handle(int $payment_id, Viewer $viewer): PaymentView
    {
        $payment = $this->payments->get($payment_id, $viewer);
        try {
            return $this->refresh($payment);
        } catch (DomainError $error) {
            // Which account's keys are stored is no affair of whoever pays.
            return $error->reason === GatewayRegistry::OTHER_ACCOUNT ? PaymentView::unanswered($payment) : throw $error;
        }
    }

    /** Whoever asks; the worker does. */
    public function refresh(Payment $payment): PaymentView
    {
        if ($payment->is_offline() || ! $payment->is_under_way) {
            return new PaymentView($payment, null);
        }
        $gateway = $this->gateways->of($payment);
        if ($payment->gateway_payment_id === null) {
            return $this->start->handle($payment, $gateway);
        }
        try {
            $answer = $gateway->fetch($payment->gateway_payment_id);
        } catch (GatewayError) {
            return PaymentView::unanswered($payment);
        }

        return new PaymentView($this->settle->handle($payment, $answer, $gateway->title()), $answer);
    }
}
