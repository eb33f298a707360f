<?php

declare(strict_types=1);

namespace Counterfoil\Payments\Reversals;

/** Why a payer's bank returned a debit, in the words of no gateway. Kept as a reversal's detail. */
enum ReturnReason: string
{
    case InsufficientFunds = 'insufficient_funds';
    case NotAuthorized = 'not_authorized';
    case WrongAccount = 'wrong_account';
    case PayerAsked = 'payer_asked';
    case BankCouldNot = 'bank_could_not';
    case NotSaid = 'not_said';

    /** For both sides, behind a colon; "" where the bank gave none. */
    public function words(): string
    {
        return match ($this) {
            self::InsufficientFunds => __('insufficient funds', 'counterfoil'),
            self::NotAuthorized => __('debit not authorized by the account holder', 'counterfoil'),
            self::WrongAccount => __('incorrect account details', 'counterfoil'),
            self::PayerAsked => __('requested by the account holder', 'counterfoil'),
            self::BankCouldNot => __('the bank couldn’t process the debit', 'counterfoil'),
            self::NotSaid => '',
        };
    }
}
