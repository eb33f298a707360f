<?php

declare(strict_types=1);

namespace Counterfoil\Gateways\Stripe;

use Counterfoil\Payments\Gateway\AmountLimits;
use Counterfoil\Shared\Money\Currency;
use Counterfoil\Shared\Money\Money;

/**
 * Amounts as Stripe wants them on the wire, and what it takes of each currency.
 *
 * - Minimum: https://docs.stripe.com/currencies#minimum-and-maximum-charge-amounts. What is not listed there is compared
 *   by Stripe after it was converted: it is left to Stripe.
 * - Maximum: eight digits on the wire, twelve for IDR (same page; "amount" in https://docs.stripe.com/api/payment_intents/create).
 * - Currencies with three decimals have to end in 0: https://docs.stripe.com/currencies#three-decimal
 * - ISK and UGX have no minor unit, but are written with two decimals, always 00: https://docs.stripe.com/currencies#special-cases.
 *   HUF and TWD are special there too, for payouts only: a charge takes their two decimals.
 */
final readonly class StripeAmounts
{
    /** What one unit of ours is on the wire; 1 where it is not listed. */
    private const ON_THE_WIRE = ['ISK' => 100, 'UGX' => 100];

    /** Digits on the wire; DIGITS where it is not listed. */
    private const MOST_DIGITS = ['IDR' => 12];
    private const DIGITS = 8;

    /** Least amounts in minor units; 1 where it is not listed. */
    private const MINIMUM = [
        'AED' => 200, 'AUD' => 50, 'BRL' => 50, 'CAD' => 50, 'CHF' => 50, 'CZK' => 1500, 'DKK' => 250, 'EUR' => 50, 'GBP' => 30,
        'HKD' => 400, 'HUF' => 17500, 'INR' => 50, 'JPY' => 50, 'MXN' => 1000, 'MYR' => 200, 'NOK' => 300, 'NZD' => 50, 'PLN' => 200,
        'RON' => 200, 'SEK' => 300, 'SGD' => 50, 'THB' => 1000, 'USD' => 50,
    ];

    public static function limits(Currency $currency): AmountLimits
    {
        $largest = 10 ** (self::MOST_DIGITS[$currency->code] ?? self::DIGITS) - 1;

        return new AmountLimits(
            self::MINIMUM[$currency->code] ?? 1,
            intdiv($largest, self::ON_THE_WIRE[$currency->code] ?? 1),
            $currency->decimals === 3 ? 10 : 1
        );
    }

    public static function to_wire(Money $money): int
    {
        return $money->amount * (self::ON_THE_WIRE[$money->currency->code] ?? 1);
    }

    /** @param string $currency as on the wire, lower case */
    public static function from_wire(int $amount, string $currency): int
    {
        return intdiv($amount, self::ON_THE_WIRE[strtoupper($currency)] ?? 1);
    }
}
