<?php

declare(strict_types=1);

namespace Counterfoil\Payments\Credit;

use Counterfoil\Payments\Gateway\GatewayLine;
use Counterfoil\Payments\Refunds\Refund;
use Counterfoil\Payments\Refunds\RefundPayment;
use Counterfoil\Payments\Refunds\RefundRepository;
use Counterfoil\Payments\Refunds\RefundState;
use Counterfoil\Shared\DomainError;
use Counterfoil\Shared\Money\Money;
use Counterfoil\Shared\Viewer;

/** Refunds a client's credit to what it was paid with: one refund a payment, the oldest first. */
final readonly class RefundCredit
{
    /** Seconds somebody of the staff waits for the gateway. */
    private const SECONDS = 20.0;

    public function __construct(private CreditSources $sources, private RefundRepository $refunds, private RefundPayment $refund, private GatewayLine $line)
    {
    }

    /**
     * Calls outside. Sent again with the same key it goes on where it was.
     *
     * @param string $key 40 characters at most
     * @throws DomainError 400, 409 when there is not as much credit or a gateway refuses, 502 when one is silent
     */
    public function handle(int $client_id, Money $amount, string $reason, Viewer $viewer, string $key): void
    {
        if ($amount->amount < 1) {
            throw DomainError::invalid(__('Enter an amount greater than zero.', 'counterfoil'), '/amount/amount');
        }
        $left = $amount->amount;
        foreach ($this->refunds->begun("{$key}:") as $begun) {
            $left -= $begun->amount->amount;
            if ($begun->state === RefundState::Intended) {
                $this->refund($begun->payment_id, $begun->amount, $reason, $viewer, $key);
            }
        }
        $by_payment = [];
        foreach ($this->sources->of_client($client_id, $amount->currency->code) as $source) {
            $by_payment[$source->payment->id] = ($by_payment[$source->payment->id] ?? 0) + $source->amount;
        }
        if (array_sum($by_payment) < $left) {
            throw DomainError::conflict('not_enough_credit', __('This is more than the client’s credit balance. Reload the page to see the latest amount.', 'counterfoil'));
        }
        foreach ($by_payment as $payment_id => $most) {
            $part = min($left, $most);
            if ($part > 0) {
                $this->refund($payment_id, new Money($part, $amount->currency), $reason, $viewer, $key);
                $left -= $part;
            }
        }
    }

    private function refund(int $payment_id, Money $amount, string $reason, Viewer $viewer, string $key): void
    {
        $this->line->within(self::SECONDS, fn (): Refund => $this->refund->handle($payment_id, $amount, $reason, $viewer, "{$key}:{$payment_id}", of_credit: true));
    }
}
