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

    /** Of one that was issued, and asks for nothing: it was called off, or is paid. */
    public static function nothing_to_pay(Invoice $invoice): DomainError
    {
        return match (true) {
            $invoice->status === InvoiceStatus::Withdrawn => DomainError::conflict('pro_forma_withdrawn', __('This pro forma invoice was withdrawn. There is nothing to pay.', 'counterfoil')),
            $invoice->status === InvoiceStatus::Void => DomainError::conflict('invoice_void', __('This invoice is void. There is nothing to pay.', 'counterfoil')),
            $invoice->is_pro_forma() => DomainError::conflict('nothing_due', __('This pro forma invoice is paid. There is nothing left to pay.', 'counterfoil')),
            default => DomainError::conflict('nothing_due', __('This invoice is paid. There is nothing left to pay.', 'counterfoil')),
        };
    }

    public static function withdrawn(): DomainError
    {
        return DomainError::conflict('pro_forma_withdrawn', __('This pro forma invoice was withdrawn.', 'counterfoil'));
    }

    public static function is_invoiced(): DomainError
    {
        return DomainError::conflict('pro_forma_paid', __('This pro forma invoice is paid and has an invoice. Credit the invoice instead.', 'counterfoil'));
    }

    public static function no_pro_forma(): DomainError
    {
        return DomainError::conflict('not_a_pro_forma', __('Only a pro forma invoice can be withdrawn. Void or credit an invoice instead.', 'counterfoil'));
    }

    public static function is_pro_forma(): DomainError
    {
        return DomainError::conflict('is_a_pro_forma', __('This is a pro forma invoice. Withdraw it instead.', 'counterfoil'));
    }

    public static function money_on_its_way(): DomainError
    {
        return DomainError::conflict('pro_forma_has_payments', __('This pro forma invoice can’t be withdrawn while a payment is processing. Try again when the payment is complete.', 'counterfoil'));
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
