<?php

declare(strict_types=1);

namespace Counterfoil\Gateways\Stripe;

use Counterfoil\Payments\DisputeState;
use Counterfoil\Payments\GatewayDispute;
use Counterfoil\Payments\Reversals\ReturnReason;
use DateTimeImmutable;

/**
 * Reads Stripe's disputes.
 *
 * @see https://docs.stripe.com/api/disputes/object
 */
final readonly class DisputeReader
{
    /** @param array<string, mixed> $dispute */
    public static function dispute(array $dispute): GatewayDispute
    {
        $currency = (string) ($dispute['currency'] ?? '');
        $intent = $dispute['payment_intent'] ?? '';
        $due_by = $dispute['evidence_details']['due_by'] ?? null;

        return new GatewayDispute(
            id: (string) ($dispute['id'] ?? ''),
            mode: ($dispute['livemode'] ?? null) === true ? 'live' : 'test',
            payment: (string) (is_array($intent) ? $intent['id'] ?? '' : $intent),
            state: self::state((string) ($dispute['status'] ?? '')),
            amount: StripeAmounts::from_wire((int) ($dispute['amount'] ?? 0), $currency),
            currency: strtoupper($currency),
            reason: (string) ($dispute['reason'] ?? ''),
            respond_by: is_int($due_by) && $due_by > 0 ? new DateTimeImmutable("@{$due_by}") : null,
            returned: self::returned((string) ($dispute['reason'] ?? '')),
        );
    }

    /** @see https://docs.stripe.com/disputes/categories the reasons of bank debits */
    private static function returned(string $reason): ?ReturnReason
    {
        return match ($reason) {
            'insufficient_funds' => ReturnReason::InsufficientFunds,
            'debit_not_authorized' => ReturnReason::NotAuthorized,
            'incorrect_account_details' => ReturnReason::WrongAccount,
            'customer_initiated' => ReturnReason::PayerAsked,
            'bank_cannot_process', 'check_returned' => ReturnReason::BankCouldNot,
            default => null,
        };
    }

    /** What begins with "warning" is an inquiry: the money stays until it becomes a dispute. */
    private static function state(string $status): DisputeState
    {
        return match ($status) {
            'warning_needs_response', 'warning_under_review' => DisputeState::Inquiry,
            'warning_closed', 'prevented' => DisputeState::Closed,
            'under_review' => DisputeState::UnderReview,
            'won' => DisputeState::Won,
            'lost' => DisputeState::Lost,
            default => DisputeState::Opened,
        };
    }
}
