<?php

declare(strict_types=1);

namespace Counterfoil\Payments;

use Counterfoil\Shared\Money\Money;
use Counterfoil\Shared\Money\MoneyFormat;

/** What is unusual about a payment, so that somebody of the staff looks at it. */
enum PaymentFlag: string
{
    /** The gateway took another currency than was asked for. */
    case OtherCurrency = 'other_currency';
    /** The gateway took another amount. */
    case OtherAmount = 'other_amount';
    /** It had been cancelled here when its money came. */
    case WasCancelled = 'was_cancelled';
    /** Its invoice had been declared void. */
    case InvoiceVoid = 'invoice_void';
    /** Its pro-forma had been withdrawn. */
    case ProFormaWithdrawn = 'pro_forma_withdrawn';
    /** Its invoice had been paid in another way. */
    case PaidTwice = 'paid_twice';
    /** The gateway answered with something else than this payment. */
    case NotThisOne = 'not_this_one';

    /**
     * In the reader's language.
     *
     * @param int $took what the gateway took, in minor units
     * @param string $took_currency of that, also one that is not known here; "" where it took what was asked for
     */
    public function words(Money $asked, int $took, string $took_currency): string
    {
        $money = new MoneyFormat(determine_locale());
        $asked = $money->money($asked);
        $took = $money->named($took, $took_currency);

        return match ($this) {
            /* translators: 1: amount taken, 2: amount asked for */
            self::OtherCurrency => sprintf(__('The gateway charged %1$s instead of %2$s. It was not applied to the invoice. Refund it or handle it manually.', 'counterfoil'), $took, $asked),
            /* translators: 1: amount asked for, 2: amount taken */
            self::OtherAmount => sprintf(__('The gateway charged %2$s instead of %1$s. The amount above the invoice total was added to the client’s credit balance.', 'counterfoil'), $asked, $took),
            self::WasCancelled => __('This payment was received after it was canceled.', 'counterfoil'),
            self::InvoiceVoid => __('This payment was received after the invoice was voided. It was added to the client’s credit balance.', 'counterfoil'),
            self::ProFormaWithdrawn => __('This payment was received after the pro forma invoice was withdrawn. It was added to the client’s credit balance.', 'counterfoil'),
            self::PaidTwice => __('This payment was received after the invoice was paid. The excess was added to the client’s credit balance.', 'counterfoil'),
            self::NotThisOne => __('The gateway returned a different payment. It was not applied to this invoice.', 'counterfoil'),
        };
    }
}
