<?php

declare(strict_types=1);

namespace Counterfoil\Emails;

/** Names of the letters that modules contribute; being replaced by plain strings. */
enum Message: string
{
    case Invitation = 'invitation';
    case Invoice = 'invoice';
    case Receipt = 'receipt';
    case PaymentFailed = 'payment_failed';
    case Refund = 'refund';
    case PasswordReset = 'password_reset';
    case MagicLink = 'magic_link';
    case PasswordChanged = 'password_changed';
    case EmailChanged = 'email_changed';
    case NewContactAccess = 'new_contact_access';
}
