<?php

declare(strict_types=1);

namespace Counterfoil\Gateways\Stripe;

use Counterfoil\Shared\DomainError;
use Counterfoil\Shared\Money\Money;
use Counterfoil\Shared\Money\MoneyFormat;

/**
 * Amounts as Stripe wants them on the wire.
 *
 * @see https://docs.stripe.com/currencies (zero-decimal, special cases, three-decimal, minimum and maximum)
 */
final readonly class StripeAmounts
{
    /** No minor unit, but written with two decimals on the wire, always 00. */
    private const HUNDREDFOLD = ['ISK', 'UGX'];

    /** Eight digits on the wire. */
    private const MAXIMUM = 99_999_999;

    /** Least amounts in minor units; what is not listed is left to Stripe. */
    private const MINIMUM = [
        'AED' => 200, 'AUD' => 50, 'BRL' => 50, 'CAD' => 50, 'CHF' => 50, 'CZK' => 1500, 'DKK' => 250, 'EUR' => 50, 'GBP' => 30,
        'HKD' => 400, 'HUF' => 17500, 'INR' => 50, 'JPY' => 50, 'MXN' => 1000, 'MYR' => 200, 'NOK' => 300, 'NZD' => 50, 'PLN' => 200,
        'RON' => 200, 'SEK' => 300, 'SGD' => 50, 'THB' => 1000, 'USD' => 50,
    ];

    public static function to_wire(Money $money): int
    {
        return in_array($money->currency->code, self::HUNDREDFOLD, true) ? $money->amount * 100 : $money->amount;
    }

    /** @param string $currency as on the wire, lower case */
    public static function from_wire(int $amount, string $currency): int
    {
        return in_array(strtoupper($currency), self::HUNDREDFOLD, true) ? intdiv($amount, 100) : $amount;
    }

    /** @throws DomainError 409 with what the payer can do */
    public static function check(Money $money): void
    {
        self::check_step($money);
        $minimum = self::MINIMUM[$money->currency->code] ?? 1;
        $format = new MoneyFormat(determine_locale());
        if ($money->amount < $minimum) {
            throw DomainError::conflict('amount_too_small', sprintf(
                /* translators: %s: least amount, "€0.50" */
                __('Cards can be charged from %s. Please pay this amount in another way, or get in touch with us.', 'counterfoil'),
                $format->money(new Money($minimum, $money->currency))
            ));
        }
        if (self::to_wire($money) > self::MAXIMUM) {
            throw DomainError::conflict('amount_too_large', __('This is more than can be charged to a card at once. Please pay it by bank transfer, or get in touch with us.', 'counterfoil'));
        }
    }

    /** Three-decimal amounts must end in 0 on the wire. @throws DomainError 409 */
    public static function check_step(Money $money): void
    {
        if ($money->currency->decimals === 3 && $money->amount % 10 !== 0) {
            throw DomainError::conflict('amount_too_fine', sprintf(
                /* translators: %s: currency code */
                __('Cards can’t be charged thousandths of %s: the amount has to end in 0. Please pay it in another way, or get in touch with us.', 'counterfoil'),
                $money->currency->code
            ));
        }
    }
}
