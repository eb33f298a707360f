<?php

declare(strict_types=1);

namespace Counterfoil\Payments;

use Counterfoil\Payments\Offline\OfflineMethod;
use Counterfoil\Shared\Clock\Timestamps;

/** A payment as the agency's staff sees it: the contract's `payment`. */
final readonly class PaymentResource
{
    /** @return array<string, mixed> */
    public function to_wire(Payment $payment): array
    {
        return [
            'id' => $payment->id,
            'gateway' => $payment->gateway,
            'mode' => $payment->mode,
            'state' => $payment->state->value,
            'amount' => ($payment->state === PaymentState::Succeeded ? $payment->received : $payment->amount)->to_wire(),
            'refunded' => $payment->refunded->to_wire(),
            'reversed' => $payment->reversed->to_wire(),
            'expected_on' => $payment->state === PaymentState::Processing ? $payment->expected_on : null,
            'method' => self::method($payment),
            // What staff can look for at the gateway.
            'reference' => $payment->is_offline() ? $payment->reference : (string) $payment->gateway_payment_id,
            'failure' => $payment->failure_in_words(),
            'flag' => $payment->flag_in_words(),
            'created_at' => Timestamps::to_wire($payment->created_at),
            'succeeded_at' => $payment->succeeded_at === null ? null : Timestamps::to_wire($payment->succeeded_at),
        ];
    }

    /** "Visa ending in 4242", "Bank transfer", in the reader's language */
    public static function method(Payment $payment): string
    {
        if ($payment->is_offline()) {
            return (OfflineMethod::tryFrom($payment->method) ?? OfflineMethod::Other)->label();
        }

        return preg_match('/^(.+) (\d{4})$/', $payment->method, $parts) === 1
            /* translators: 1: "Visa", 2: "4242" */
            ? sprintf(__('%1$s ending in %2$s', 'counterfoil'), $parts[1], $parts[2])
            : $payment->method;
    }
}
