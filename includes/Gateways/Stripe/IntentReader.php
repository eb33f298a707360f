<?php

declare(strict_types=1);

namespace Counterfoil\Gateways\Stripe;

use Counterfoil\Payments\Gateway\GatewayPayment;
use Counterfoil\Payments\Gateway\GatewayRefund;
use Counterfoil\Payments\PaymentState;
use Counterfoil\Payments\Refunds\RefundState;

/**
 * Reads Stripe's payment intents and refunds.
 *
 * @see https://docs.stripe.com/payments/paymentintents/lifecycle
 */
final readonly class IntentReader
{
    /** What is written into each object's metadata. */
    public const TOKEN = 'counterfoil_token';
    public const PAYMENT = 'counterfoil_payment';

    /** @param array<string, mixed> $intent with latest_charge expanded */
    public static function payment(array $intent): GatewayPayment
    {
        $error = is_array($intent['last_payment_error'] ?? null) ? $intent['last_payment_error'] : [];
        $charge = $intent['latest_charge'] ?? null;
        $currency = (string) ($intent['currency'] ?? '');
        $state = self::state((string) ($intent['status'] ?? ''), $error !== []);
        $details = is_array($charge) && is_array($charge['payment_method_details'] ?? null) ? $charge['payment_method_details'] : [];
        $type = (string) ($details['type'] ?? '');
        $failed = $state === PaymentState::Failed;

        return new GatewayPayment(
            id: (string) ($intent['id'] ?? ''),
            mode: ($intent['livemode'] ?? null) === true ? 'live' : 'test',
            state: $state,
            currency: strtoupper($currency),
            received: StripeAmounts::from_wire((int) ($intent['amount_received'] ?? 0), $currency),
            token: (string) ($intent['metadata'][self::TOKEN] ?? ''),
            payment_id: (int) ($intent['metadata'][self::PAYMENT] ?? 0),
            attempt: self::id_of($charge),
            method: $type !== '' && in_array($state, [PaymentState::Succeeded, PaymentState::Processing], true) ? StripeMethods::label($type, (array) ($details[$type] ?? [])) : '',
            failure: $failed ? DeclineCodes::reason($error, $type) : null,
            failure_message: $failed ? (string) ($error['message'] ?? '') : '',
            client_secret: (string) ($intent['client_secret'] ?? ''),
            traits: $type === '' ? null : StripeMethods::traits($type),
            kept: ($intent['setup_future_usage'] ?? null) !== null && in_array($state, [PaymentState::Succeeded, PaymentState::Processing], true) ? self::id_of($intent['payment_method'] ?? null) : '',
            mandate: (string) ($details[$type]['mandate'] ?? ''),
        );
    }

    /** @param array<string, mixed> $refund */
    public static function refund(array $refund): GatewayRefund
    {
        $currency = (string) ($refund['currency'] ?? '');

        return new GatewayRefund(
            id: (string) ($refund['id'] ?? ''),
            state: match ((string) ($refund['status'] ?? '')) {
                'succeeded' => RefundState::Succeeded,
                'failed', 'canceled' => RefundState::Failed,
                default => RefundState::Pending,
            },
            amount: StripeAmounts::from_wire((int) ($refund['amount'] ?? 0), $currency),
            currency: strtoupper($currency),
            token: (string) ($refund['metadata'][self::TOKEN] ?? ''),
            failure: (string) ($refund['failure_reason'] ?? ''),
            payment: self::id_of($refund['payment_intent'] ?? null),
        );
    }

    private static function state(string $status, bool $has_failed): PaymentState
    {
        return match ($status) {
            'succeeded' => PaymentState::Succeeded,
            'processing', 'requires_capture' => PaymentState::Processing,
            'requires_action' => PaymentState::RequiresAction,
            'canceled' => PaymentState::Cancelled,
            // requires_payment_method is both where it begins and where a declined card leaves it.
            default => $has_failed ? PaymentState::Failed : PaymentState::Intended,
        };
    }

    /** An id, or the id of what was expanded. */
    private static function id_of(mixed $value): string
    {
        return (string) (is_array($value) ? $value['id'] ?? '' : $value ?? '');
    }
}
