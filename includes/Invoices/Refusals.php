<?php

declare(strict_types=1);

namespace Counterfoil\Invoices;

use Counterfoil\Shared\DomainError;

/** Why something can't be done with an invoice as it is now. All are 409. */
final readonly class Refusals
{
    public static function not_a_draft(): DomainError
    {
        return DomainError::conflict('invoice_not_draft', __('This invoice has been issued and can’t be changed any more. Duplicate it, or declare it void.', 'counterfoil'));
    }

    public static function changed_meanwhile(): DomainError
    {
        return DomainError::conflict('invoice_changed', __('Somebody changed this draft in the meantime. Load it again to see how it is now.', 'counterfoil'));
    }

    public static function not_issued(): DomainError
    {
        return DomainError::conflict('invoice_not_issued', __('This is a draft. Send it first.', 'counterfoil'));
    }

    public static function void(): DomainError
    {
        return DomainError::conflict('invoice_void', __('This invoice is void.', 'counterfoil'));
    }

    public static function has_money(): DomainError
    {
        return DomainError::conflict('invoice_has_payments', __('Money was paid for this invoice, or is on its way, so it can’t be declared void. Refund it instead.', 'counterfoil'));
    }

    public static function number_taken(string $number): DomainError
    {
        return DomainError::conflict('number_taken', sprintf(
            /* translators: %s: invoice number */
            __('There is an invoice with the number %s already. Change the prefix or the next number in the settings.', 'counterfoil'),
            $number
        ));
    }
}
