<?php

declare(strict_types=1);

namespace Counterfoil\Invoices;

use Counterfoil\Shared\DomainError;

/** Why something can't be done with an invoice as it is now. All are 409. */
final readonly class Refusals
{
    public static function not_a_draft(): DomainError
    {
        return DomainError::conflict('invoice_not_draft', __('This invoice was issued and can’t be changed. Duplicate or void it instead.', 'counterfoil'));
    }

    public static function changed_meanwhile(): DomainError
    {
        return DomainError::conflict('invoice_changed', __('Someone else changed this draft. Reload it to see the latest version.', 'counterfoil'));
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
        return DomainError::conflict('invoice_has_payments', __('This invoice can’t be voided because a payment was received or is processing. Refund the payment instead.', 'counterfoil'));
    }

    public static function has_credit_notes(): DomainError
    {
        return DomainError::conflict('invoice_has_credit_notes', __('This invoice can’t be voided because part of it was credited. Credit the rest instead.', 'counterfoil'));
    }

    /** 400, at the field where it can be typed. */
    public static function no_exchange_rate(string $currency): DomainError
    {
        return DomainError::invalid(sprintf(
            /* translators: %s: currency code */
            __('This invoice must also show the VAT in %s, but the exchange rate isn’t available yet. Try again in a minute or enter the rate yourself.', 'counterfoil'),
            $currency
        ), '/exchange_rate');
    }

    public static function number_taken(string $number): DomainError
    {
        return DomainError::conflict('number_taken', sprintf(
            /* translators: %s: invoice number */
            __('%s already exists. Change the prefix or the next number under Settings > Numbers.', 'counterfoil'),
            $number
        ));
    }
}
