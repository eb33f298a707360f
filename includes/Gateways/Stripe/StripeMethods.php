<?php

declare(strict_types=1);

namespace Counterfoil\Gateways\Stripe;

use Counterfoil\Payments\MethodTraits;

/**
 * What Stripe's ways of paying do.
 *
 * - Days: "payment confirmation" of each method's page, as https://docs.stripe.com/payments/sepa-debit,
 *   /bacs-debit, /ach-direct-debit, /au-becs-debit, /acss-debit
 * - Which can be charged again: https://docs.stripe.com/payments/payment-methods/payment-method-support#product-support
 */
final readonly class StripeMethods
{
    /** Business days at most, may be returned, may be charged again. What is not listed is known at once, and for once. */
    private const TRAITS = [
        'card' => [0, false, true],
        'link' => [0, false, true],
        'acss_debit' => [5, true, true],
        'au_becs_debit' => [3, true, true],
        'bacs_debit' => [6, true, true],
        'sepa_debit' => [14, true, true],
        'us_bank_account' => [4, true, true],
    ];

    /** @param string $type of a charge's payment_method_details */
    public static function traits(string $type): MethodTraits
    {
        return new MethodTraits(...(self::TRAITS[$type] ?? [0, false, false]));
    }
}
