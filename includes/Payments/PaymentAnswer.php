<?php

declare(strict_types=1);

namespace Counterfoil\Payments;

use Counterfoil\Payments\Gateway\GatewayPayment;
use Counterfoil\Shared\Clock\Timestamps;
use DateTimeImmutable;

/** Reads what a gateway answered about a payment. Changes nothing: SettlePayment does. */
final readonly class PaymentAnswer
{
    /** It carries this payment's id and token, in the same mode, under the id that is known. */
    public static function is_of(Payment $payment, GatewayPayment $answer): bool
    {
        return hash_equals($payment->token(), $answer->token)
            && $answer->payment_id === $payment->id
            && $answer->mode === $payment->mode
            && ($payment->gateway_payment_id ?? $answer->id) === $answer->id;
    }

    /**
     * What a payment's row says from then on.
     *
     * @param string $today the business's, "2026-03-31"
     * @return array<string, int|string|null>
     */
    public static function columns(Payment $row, GatewayPayment $answer, DateTimeImmutable $now, string $today): array
    {
        $failure = $answer->failure;
        if ($failure === FailureReason::NotAuthenticated && $row->is_charge() && in_array($row->state, [PaymentState::Intended, PaymentState::Unknown], true)) {
            // Nobody was there to be asked.
            $failure = FailureReason::NeedsClient;
        }
        $columns = [
            'method' => $answer->method,
            'reference' => $answer->attempt,
            'failure_code' => $failure->value ?? '',
            'failure' => mb_substr($answer->failure_message, 0, 500),
            'expected_on' => $answer->state === PaymentState::Processing ? $answer->traits?->expected_on($today) : null,
            'returnable' => $answer->traits?->can_be_returned() === true ? 1 : 0,
        ];
        if ($answer->state === PaymentState::Cancelled) {
            // Given up for the reason it had failed for, if it had.
            return ['failure_code' => $row->failure_code, 'failure' => $row->failure] + $columns;
        }
        if ($answer->state !== PaymentState::Succeeded) {
            return $columns;
        }
        $flag = self::flag($row, $answer);

        return [
            ...$columns,
            'received' => $flag === PaymentFlag::OtherCurrency ? 0 : $answer->received,
            'flag' => $flag->value ?? '',
            'took' => $answer->received,
            'took_currency' => $answer->currency,
            'succeeded_at' => Timestamps::to_row($now),
            'received_on' => $today,
        ];
    }

    /** What is unusual about the money that came. */
    public static function flag(Payment $row, GatewayPayment $answer): ?PaymentFlag
    {
        return match (true) {
            $answer->currency !== $row->amount->currency->code => PaymentFlag::OtherCurrency,
            $answer->received !== $row->amount->amount => PaymentFlag::OtherAmount,
            $row->state === PaymentState::Cancelled => PaymentFlag::WasCancelled,
            default => null,
        };
    }

    /** Its payer has left, and believes that it was paid. That a bank had it for days may not have been heard. */
    public static function was_on_its_way(Payment $row, GatewayPayment $answer): bool
    {
        return $row->state === PaymentState::Processing || ($answer->traits->settles_in_days ?? 0) > 0;
    }
}
