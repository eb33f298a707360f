<?php

declare(strict_types=1);

namespace Counterfoil\Gateways\Stripe;

use Counterfoil\Payments\Gateway\MethodTraits;

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
    public const CARD = 'card';

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

    /**
     * Name, and the currencies each can pay; none is any. Cards come first, then the others by name.
     *
     * @see https://docs.stripe.com/payments/payment-methods/payment-method-support#country-currency-support
     */
    private const OFFERED = [
        self::CARD => ['', []],
        'us_bank_account' => ['ACH Direct Debit', ['USD']],
        'bacs_debit' => ['Bacs Direct Debit', ['GBP']],
        'bancontact' => ['Bancontact', ['EUR']],
        'au_becs_debit' => ['BECS Direct Debit', ['AUD']],
        'blik' => ['BLIK', ['PLN']],
        'eps' => ['EPS', ['EUR']],
        'ideal' => ['iDEAL', ['EUR']],
        'acss_debit' => ['Pre-authorized debit (ACSS)', ['CAD', 'USD']],
        'p24' => ['Przelewy24', ['EUR', 'PLN']],
        'sepa_debit' => ['SEPA Direct Debit', ['EUR']],
    ];

    /** @return list<string> those that an agency may choose from, as Stripe calls them */
    public static function types(): array
    {
        return array_keys(self::OFFERED);
    }

    public static function name(string $type): string
    {
        return $type === self::CARD ? __('Cards', 'counterfoil') : self::OFFERED[$type][0];
    }

    /** @return list<string> ISO 4217; none for any */
    public static function currencies(string $type): array
    {
        return self::OFFERED[$type][1];
    }

    /**
     * "Visa 4242": the same in every language, since it is stored.
     *
     * @param array<string, mixed> $one the details of this type
     */
    public static function label(string $type, array $one): string
    {
        $last4 = (string) ($one['last4'] ?? '');
        $name = $type === 'card' ? (string) ($one['brand'] ?? 'card') : $type;
        $label = match ($name) {
            'amex' => 'American Express',
            'cartes_bancaires' => 'Cartes Bancaires',
            'diners' => 'Diners Club',
            'eftpos_au' => 'eftpos',
            'jcb' => 'JCB',
            'sepa_debit' => 'SEPA',
            'bacs_debit' => 'Bacs',
            'eps' => 'EPS',
            'ideal' => 'iDEAL',
            'us_bank_account' => 'ACH',
            'unionpay' => 'UnionPay',
            'blik' => 'BLIK',
            'p24' => 'Przelewy24',
            default => ucwords(str_replace('_', ' ', $name)),
        };

        return trim("{$label} {$last4}");
    }
}
