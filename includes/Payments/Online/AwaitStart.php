<?php

declare(strict_types=1);

namespace Counterfoil\Payments\Online;

use Counterfoil\Payments\PaymentRepository;
use Counterfoil\Payments\PaymentView;
use Counterfoil\Shared\Clock\Clock;
use Counterfoil\Shared\Viewer;

/**
 * Several tabs at once: one of them is at the gateway with the payment, the others wait a little for what
 * it gets. With the same key the gateway would only tell them that it is busy with it.
 */
final readonly class AwaitStart
{
    private const TIMES = 15;
    private const MILLISECONDS = 100;

    public function __construct(private Clock $clock, private PaymentRepository $payments, private RefreshPayment $refresh)
    {
    }

    /** @return PaymentView the one that was given when nothing came in that time */
    public function handle(PaymentView $view): PaymentView
    {
        for ($i = 0; $i < self::TIMES; $i++) {
            $this->clock->sleep(self::MILLISECONDS);
            $payment = $this->payments->get($view->payment->id, Viewer::system());
            if ($payment->gateway_payment_id !== null) {
                return $this->refresh->refresh($payment);
            }
        }

        return $view;
    }
}
