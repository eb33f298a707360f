<?php

declare(strict_types=1);

namespace Counterfoil\Emails;

/**
 * What is mailed. What a message needs beside its recipient is handed to Outbox::enqueue() as `data`;
 * links that let somebody in are never in it: they are made when the mail is written.
 */
enum Message: string
{
    /** data: contact_id */
    case Invitation = 'invitation';
    /** invoice_id; its PDF is attached. data: none, or resent => true */
    case Invoice = 'invoice';
    /** invoice_id; data: amount, currency (what came), method ("Visa ending in 4242"), balance (minor units still due) */
    case Receipt = 'receipt';
    /** invoice_id; data: amount, currency, failure (a finished sentence: why, and what to do) */
    case PaymentFailed = 'payment_failed';
    /** invoice_id; data: amount, currency (what went back), method, why (the staff's words, may be empty) */
    case Refund = 'refund';
    /** data: none; whether the address is known is found out when it is written */
    case PasswordReset = 'password_reset';
    /** data: redirect_to; whether the address is known is found out when it is written */
    case MagicLink = 'magic_link';
    /** data: none */
    case PasswordChanged = 'password_changed';
    /** To the old address. data: email (the new one) */
    case EmailChanged = 'email_changed';
    /** data: contact_id */
    case NewContactAccess = 'new_contact_access';

    /**
     * Anybody can ask for these for any address. Asking must take the same time whether the address is
     * known or not, so nothing about them may be done before the answer has left.
     */
    public function may_be_for_nobody(): bool
    {
        return $this === self::PasswordReset || $this === self::MagicLink;
    }
}
