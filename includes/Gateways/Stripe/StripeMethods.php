<?php

declare(strict_types=1);

namespace Counterfoil\Gateways\Stripe;

use Counterfoil\Payments\MethodTraits;

/**
 * What Stripe's ways of paying do.
 *
 * - Days: "payment confirmation" of each method's page, as https://docs.stripe.com/payments/sepa-debit,
 *   /bacs-debit, /ach-direct-debit, /au-becs-debit, /acss-debit
 * - Weeks: "disputes" of the same pages. SEPA: 8 weeks without giving a reason (13 months where it was not authorised); ACH: 60 days;
 *   Bacs and BECS have no last day, a year stands for it
 * - Announced debits: https://docs.stripe.com/payments/sepa-debit, "debit notification emails". Bacs' are Stripe's to send:
 *   https://docs.stripe.com/payments/bacs-debit
 * - Which can be charged again: https://docs.stripe.com/payments/payment-methods/payment-method-support#product-support
 */
final readonly class StripeMethods
{
    /** Business days at most, weeks in which it may be returned, may be charged again, its debits are announced. What is not listed is known at once, and for once. */
    private const TRAITS = [
        'card' => [0, 0, true],
        'link' => [0, 0, true],
        'acss_debit' => [5, 13, true],
        'au_becs_debit' => [3, 52, true],
        'bacs_debit' => [6, 52, true],
        'sepa_debit' => [14, 8, true, true],
        'us_bank_account' => [4, 9, true],
    ];

    /** @param string $type of a charge's payment_method_details */
    public static function traits(string $type): MethodTraits
    {
        return new MethodTraits(...(self::TRAITS[$type] ?? [0, 0, false]));
    }
}
