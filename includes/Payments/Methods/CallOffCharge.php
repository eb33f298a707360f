<?php

declare(strict_types=1);

namespace Counterfoil\Payments\Methods;

use Counterfoil\Payments\Gateway\GatewayError;
use Counterfoil\Payments\Gateway\TakesPayments;
use Counterfoil\Payments\Payment;
use Counterfoil\Payments\PaymentRepository;
use Counterfoil\Payments\PaymentState;
use Counterfoil\Payments\SettlePayment;
use Counterfoil\Shared\Actor;
use Counterfoil\Shared\Change\Change;
use Counterfoil\Shared\Change\Changes;
use Counterfoil\Shared\Viewer;

/** Gives up a charge that was written down, and that no gateway has answered yet. */
final readonly class CallOffCharge
{
    public function __construct(private Changes $changes, private PaymentRepository $payments, private AskToCharge $ask, private SettlePayment $settle)
    {
    }

    /** @return Payment as it is now: cancelled, what the gateway had of it, or still under way (it is being asked, no answer) */
    public function handle(Payment $payment, TakesPayments $gateway): Payment
    {
        try {
            $found = $this->ask->look($payment, $gateway);
        } catch (GatewayError) {
            return $this->payments->get($payment->id, Viewer::system());
        }
        if ($found !== null) {
            return $this->settle->handle($payment, $found, $gateway->title());
        }

        return $this->changes->run(Actor::system(), function (Change $change) use ($payment): Payment {
            $row = $this->payments->lock($payment);
            if ($row->gateway_payment_id === null && $row->state->may_become(PaymentState::Cancelled) && $this->payments->move($row, PaymentState::Cancelled)) {
                $change->event('payment.cancelled', $row->subjects(), $row->client_id, ['payment_id' => $row->id, 'amount' => $row->amount->amount, 'currency' => $row->amount->currency->code]);
            }

            return $this->payments->get($row->id, Viewer::system());
        });
    }
}
