<?php

declare(strict_types=1);

namespace Counterfoil\Gateways\Stripe;

use Counterfoil\Payments\Disputes\DisputeState;
use Counterfoil\Payments\Gateway\GatewayDispute;
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
        /** @var list<array<string, mixed>> $movements */
        $movements = array_values(array_filter((array) ($dispute['balance_transactions'] ?? []), is_array(...)));

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
            taken: self::taken(StripeAmounts::from_wire((int) ($dispute['amount'] ?? 0), $currency), $movements),
            movements: count($movements),
            fee: StripeAmounts::from_wire((int) array_sum(array_column($movements, 'fee')), (string) ($movements[0]['currency'] ?? '')),
            fee_currency: strtoupper((string) ($movements[0]['currency'] ?? '')),
            url: 'https://dashboard.stripe.com/' . (($dispute['livemode'] ?? null) === true ? '' : 'test/') . 'disputes/' . rawurlencode((string) ($dispute['id'] ?? '')),
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

    /**
     * What it holds now. Its movements are in the currency of the account, which may be another one: how much of what
     * went has not come again is the same part of what is disputed.
     *
     * @param list<array<string, mixed>> $movements
     */
    private static function taken(int $amount, array $movements): int
    {
        $sums = array_map(static fn (array $one): int => (int) ($one['amount'] ?? 0), $movements);
        $went = -(int) array_sum(array_filter($sums, static fn (int $sum): bool => $sum < 0));
        $held = max(0, -(int) array_sum($sums));

        // In integers, half away from zero.
        return $went === 0 ? 0 : intdiv(2 * $amount * $held + $went, 2 * $went);
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
