<?php

declare(strict_types=1);

namespace Counterfoil\Payments;

use Counterfoil\Shared\Money\Currency;
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
        $asked = self::money($asked->amount, $asked->currency->code);
        $took = self::money($took, $took_currency);

        return match ($this) {
            /* translators: 1: amount taken, 2: amount asked for */
            self::OtherCurrency => sprintf(__('The gateway took %1$s, but %2$s was asked for. It does not count for the invoice; please give it back or settle it by hand.', 'counterfoil'), $took, $asked),
            /* translators: 1: amount asked for, 2: amount taken */
            self::OtherAmount => sprintf(__('Asked for %1$s, the gateway took %2$s. What is over the invoice’s sum is the client’s credit.', 'counterfoil'), $asked, $took),
            self::WasCancelled => __('This payment had been cancelled here when its money came.', 'counterfoil'),
            self::InvoiceVoid => __('The invoice had been declared void when this money came. It is the client’s credit.', 'counterfoil'),
            self::PaidTwice => __('The invoice had been paid already when this money came. What is over is the client’s credit.', 'counterfoil'),
            self::NotThisOne => __('The gateway answered with a payment that is not this one. Nothing was settled by it.', 'counterfoil'),
        };
    }

    private static function money(int $amount, string $currency): string
    {
        return in_array($currency, Currency::codes(), true)
            ? (new MoneyFormat(determine_locale()))->money(Money::of($amount, $currency))
            : trim("{$amount} {$currency}");
    }
}
