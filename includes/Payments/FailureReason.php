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
    case TryAgainLater = 'try_again_later';
    case Duplicate = 'duplicate';
    case TestCard = 'test_card';
    /** The gateway did not take the request: keys, limits of the account, amounts. For staff to look at. */
    case NotStarted = 'not_started';
    /** The gateway has not answered anybody for a while. */
    case NotAnswering = 'not_answering';

    public static function of(string $code): self
    {
        return self::tryFrom($code) ?? self::Declined;
    }

    public function words(): string
    {
        return match ($this) {
            self::Declined => __('Your bank declined the card without giving a reason. Please try another card, or ask your bank.', 'counterfoil'),
            self::InsufficientFunds => __('There is not enough money on this card. Please use another one.', 'counterfoil'),
            self::ExpiredCard => __('This card has expired. Please use another one.', 'counterfoil'),
            self::WrongNumber => __('The card number is not right. Please check it and try again.', 'counterfoil'),
            self::WrongExpiry => __('The expiry date is not right. Please check it and try again.', 'counterfoil'),
            self::WrongSecurityCode => __('The security code is not right. Please check it and try again.', 'counterfoil'),
            self::WrongPostcode => __('The postcode does not fit the card. Please check it and try again.', 'counterfoil'),
            self::NotAuthenticated => __('Your bank could not confirm that it is you. Please try again, or use another card.', 'counterfoil'),
            self::LimitReached => __('This is more than the card may be charged. Please use another one, or ask your bank.', 'counterfoil'),
            self::NotSupported => __('This card can’t be used for this payment. Please use another one.', 'counterfoil'),
            self::CurrencyNotSupported => __('This card can’t pay in this currency. Please use another one.', 'counterfoil'),
            self::CallBank => __('Your bank did not approve the payment. Please ask your bank, or use another card.', 'counterfoil'),
            self::TryAgainLater => __('The bank could not be reached. Nothing was charged. Please try again in a few minutes.', 'counterfoil'),
            self::Duplicate => __('Your bank took this for a second payment of the same amount. Please wait a little, or use another card.', 'counterfoil'),
            self::TestCard => __('This is a test card, and real money is asked for. Please use a real card.', 'counterfoil'),
            self::NotAnswering => __('Online payments aren’t available right now. Nothing was charged. Please try again in a few minutes.', 'counterfoil'),
            self::NotStarted => __('Card payments are not available right now. Nothing was charged. Please get in touch with us.', 'counterfoil'),
        };
    }
}
