<?php

declare(strict_types=1);

namespace Counterfoil\Payments;

/** Why money did not come, in the words of no gateway; each says what the payer can do. */
enum FailureReason: string
{
    case Declined = 'declined';
    case InsufficientFunds = 'insufficient_funds';
    case ExpiredCard = 'expired_card';
    case WrongNumber = 'wrong_number';
    case WrongExpiry = 'wrong_expiry';
    case WrongSecurityCode = 'wrong_security_code';
    case WrongPostcode = 'wrong_postcode';
    case NotAuthenticated = 'not_authenticated';
    case LimitReached = 'limit_reached';
    case NotSupported = 'not_supported';
    case CurrencyNotSupported = 'currency_not_supported';
    case CallBank = 'call_bank';
    /** The payer or their bank forbade it for good */
    case Stopped = 'stopped';
    /** Lost, stolen, suspected of fraud: gateways ask that payers are told no more than of any decline */
    case CardBlocked = 'card_blocked';
    case TryAgainLater = 'try_again_later';
    case Duplicate = 'duplicate';
    case TestCard = 'test_card';
    case AccountFunds = 'account_funds';
    case AccountClosed = 'account_closed';
    case DebitNotAuthorized = 'debit_not_authorized';
    case DebitFailed = 'debit_failed';
    /** The gateway did not take the request: keys, limits of the account, amounts. For staff to look at. */
    case NotStarted = 'not_started';
    /** A kept method was to be charged, and its gateway has no such payment: a process died, a line broke. No fault of the payer. */
    case NotReached = 'not_reached';
    /** A kept method was charged, and the bank wants the client to be there */
    case NeedsClient = 'needs_client';
    /** A kept method was to be charged that was removed */
    case MethodGone = 'method_gone';
    /** The gateway has not answered anybody for a while. */
    case NotAnswering = 'not_answering';

    public static function of(string $code): self
    {
        return self::tryFrom($code) ?? self::Declined;
    }

    /** Whether the same method may be charged again some days later without anybody having done something: card networks fine for tries after a decline for good. */
    public function may_pass(): bool
    {
        return ! in_array($this, [
            self::Stopped, self::CardBlocked, self::ExpiredCard, self::WrongNumber, self::WrongExpiry, self::NotSupported, self::CurrencyNotSupported,
            self::TestCard, self::AccountClosed, self::DebitNotAuthorized, self::MethodGone,
        ], true);
    }

    /** Whether the gateway may say that the method is gone, or what its payer agreed to: another one takes its place then. */
    public function may_be_gone(): bool
    {
        return $this === self::MethodGone || $this === self::DebitNotAuthorized;
    }

    public function words(): string
    {
        return match ($this) {
            self::Declined, self::CardBlocked => __('Your bank declined the card without giving a reason. Please use another card or contact your bank.', 'counterfoil'),
            self::InsufficientFunds => __('Your card has insufficient funds. Please use another card.', 'counterfoil'),
            self::ExpiredCard => __('This card has expired. Please use another card.', 'counterfoil'),
            self::WrongNumber => __('The card number is incorrect. Please check it and try again.', 'counterfoil'),
            self::WrongExpiry => __('The expiration date is incorrect. Please check it and try again.', 'counterfoil'),
            self::WrongSecurityCode => __('The security code is incorrect. Please check it and try again.', 'counterfoil'),
            self::WrongPostcode => __('The postal code doesn’t match the card. Please check it and try again.', 'counterfoil'),
            self::NotAuthenticated => __('Your bank couldn’t confirm your identity. Please try again or use another card.', 'counterfoil'),
            self::LimitReached => __('This payment is over your card’s limit. Please use another card or contact your bank.', 'counterfoil'),
            self::NotSupported => __('This card can’t be used for this payment. Please use another card.', 'counterfoil'),
            self::CurrencyNotSupported => __('This card doesn’t support this currency. Please use another card.', 'counterfoil'),
            self::CallBank, self::Stopped => __('Your bank didn’t approve the payment. Please use another card or contact your bank.', 'counterfoil'),
            self::TryAgainLater => __('We couldn’t reach your bank. You weren’t charged. Please try again in a few minutes.', 'counterfoil'),
            self::Duplicate => __('Your bank declined this as a duplicate payment. Please wait a few minutes or use another card.', 'counterfoil'),
            self::TestCard => __('Test cards can’t be used for real payments. Please use a real card.', 'counterfoil'),
            self::AccountFunds => __('Your bank account has insufficient funds. Please try again when it’s covered, or use another payment method.', 'counterfoil'),
            self::AccountClosed => __('Your bank couldn’t find this account, or it was closed. Please use another account.', 'counterfoil'),
            self::DebitNotAuthorized => __('Your bank didn’t allow the debit. Please contact your bank or use another payment method.', 'counterfoil'),
            self::DebitFailed => __('Your bank couldn’t make the debit. Please use another payment method or contact your bank.', 'counterfoil'),
            self::NeedsClient => __('Your bank asks you to confirm this payment. Please open the invoice and complete the payment there.', 'counterfoil'),
            self::MethodGone => __('The saved payment method is no longer available. Please use another payment method.', 'counterfoil'),
            self::NotAnswering, self::NotReached => __('Online payments aren’t available right now. You weren’t charged. Please try again in a few minutes.', 'counterfoil'),
            self::NotStarted => __('Card payments aren’t available right now. You weren’t charged. Please contact us.', 'counterfoil'),
        };
    }
}
