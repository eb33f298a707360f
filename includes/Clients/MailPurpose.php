<?php

declare(strict_types=1);

namespace Counterfoil\Clients;

/** What mails to a client are about; each of its people gets the ones that are theirs. */
enum MailPurpose: string
{
    /** Also that one was resent, or voided */
    case Invoices = 'invoices';
    case Reminders = 'reminders';
    /** That money came or went back */
    case Receipts = 'receipts';
    case CreditNotes = 'credit_notes';

    /** Nobody but the client needs to be reminded: the agency's finance inbox gets a copy of all the rest. */
    public function is_for_finance(): bool
    {
        return $this !== self::Reminders;
    }
}
