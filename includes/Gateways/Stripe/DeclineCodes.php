<?php

declare(strict_types=1);

namespace Counterfoil\Gateways\Stripe;

use Counterfoil\Payments\FailureReason;

/**
 * Stripe's words for why a card was declined.
 *
 * @see https://docs.stripe.com/declines/codes
 * @see https://docs.stripe.com/error-codes
 */
final readonly class DeclineCodes
{
    /** What the payer agreed to was revoked. */
    public const MANDATE_INVALID = 'payment_intent_mandate_invalid';

    /**
     * @param array<string, mixed> $error an intent's last_payment_error
     * @param string $type of its charge, "card"
     */
    public static function reason(array $error, string $type = 'card'): FailureReason
    {
        $decline = (string) ($error['decline_code'] ?? '');
        if (($error['code'] ?? '') === self::MANDATE_INVALID) {
            return FailureReason::MethodGone;
        }
        if (StripeMethods::traits($type)->can_be_returned()) {
            return self::of_debit($decline);
        }

        return self::known($decline) ?? self::known((string) ($error['code'] ?? '')) ?? FailureReason::Declined;
    }

    /** @see https://docs.stripe.com/payments/sepa-debit and its siblings, "failed payments" */
    private static function of_debit(string $code): FailureReason
    {
        return match ($code) {
            'insufficient_funds' => FailureReason::AccountFunds,
            'account_closed', 'bank_account_closed', 'no_account', 'incorrect_account_details', 'invalid_account', 'bank_ownership_changed' => FailureReason::AccountClosed,
            'debit_not_authorized', 'authorization_revoked', 'payer_disputed' => FailureReason::DebitNotAuthorized,
            default => FailureReason::DebitFailed,
        };
    }

    private static function known(string $code): ?FailureReason
    {
        return match ($code) {
            'insufficient_funds', 'bank_account_unusable' => FailureReason::InsufficientFunds,
            'expired_card' => FailureReason::ExpiredCard,
            'incorrect_number', 'invalid_number' => FailureReason::WrongNumber,
            'invalid_expiry_month', 'invalid_expiry_year' => FailureReason::WrongExpiry,
            'incorrect_cvc', 'invalid_cvc' => FailureReason::WrongSecurityCode,
            'incorrect_zip', 'incorrect_address' => FailureReason::WrongPostcode,
            'authentication_required', 'payment_intent_authentication_failure', 'authentication_not_handled', 'approve_with_id' => FailureReason::NotAuthenticated,
            'card_velocity_exceeded', 'withdrawal_count_limit_exceeded' => FailureReason::LimitReached,
            'card_not_supported', 'transaction_not_allowed', 'not_permitted', 'service_not_allowed', 'invalid_account' => FailureReason::NotSupported,
            'currency_not_supported' => FailureReason::CurrencyNotSupported,
            'call_issuer', 'do_not_honor', 'no_action_taken', 'security_violation' => FailureReason::CallBank,
            'do_not_try_again', 'revocation_of_all_authorizations', 'revocation_of_authorization', 'stop_payment_order' => FailureReason::Stopped,
            // Stripe asks to show these as a plain decline.
            'lost_card', 'stolen_card', 'pickup_card', 'restricted_card', 'fraudulent', 'merchant_blacklist' => FailureReason::CardBlocked,
            'issuer_not_available', 'processing_error', 'reenter_transaction', 'try_again_later' => FailureReason::TryAgainLater,
            'duplicate_transaction' => FailureReason::Duplicate,
            'live_mode_test_card', 'testmode_decline' => FailureReason::TestCard,
            default => null,
        };
    }
}
