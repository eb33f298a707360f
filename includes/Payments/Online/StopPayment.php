<?php

declare(strict_types=1);

namespace Counterfoil\Payments\Online;

use Counterfoil\Invoices\InvoiceRepository;
use Counterfoil\Payments\Gateway\GatewayError;
use Counterfoil\Payments\Gateway\GatewayRegistry;
use Counterfoil\Payments\Payment;
use Counterfoil\Payments\PaymentRepository;
use Counterfoil\Payments\SettlePayment;
use Counterfoil\Shared\DomainError;
use Counterfoil\Shared\Viewer;

/**
 * Ends the payment of an invoice that is under way, if it has not taken money yet. Called before an
 * invoice is paid in another way or declared void.
 */
final readonly class StopPayment
{
    public function __construct(
        private PaymentRepository $payments,
        private InvoiceRepository $invoices,
        private GatewayRegistry $gateways,
        private RefreshPayment $refresh,
        private SettlePayment $settle,
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

    /** Whether each of its invoices still asks for what it is to bring; what does not fit must take no money. */
    public function fits(Payment $payment): bool
    {
        foreach ($payment->allocations as $allocation) {
            $due = $this->invoices->get($allocation->invoice_id, Viewer::system())->due()->amount;
            if ($payment->is_part ? $due < $allocation->asked : $due !== $allocation->asked) {
                return false;
            }
        }

        return true;
    }

    public function stop(Payment $payment): Payment
    {
        $gateway = $this->gateways->of($payment);
        if ($payment->gateway_payment_id === null) {
            $payment = $this->refresh->refresh($payment)->payment;
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
