<?php

declare(strict_types=1);

namespace Counterfoil\Gateways\Stripe;

use Counterfoil\Payments\Mandates\Mandate;

/**
 * Reads what a payer agreed to.
 *
 * @see https://docs.stripe.com/api/mandates/object
 * @see https://docs.stripe.com/api/accounts/object#account_object-settings-sepa_debit_payments-creditor_id
 */
final readonly class MandateReader
{
    /**
     * @param array<string, mixed> $intent with latest_charge expanded
     * @return string|null of a SEPA debit's mandate
     */
    public static function id(array $intent): ?string
    {
        $id = self::details($intent)['mandate'] ?? null;

        return is_string($id) && $id !== '' ? $id : null;
    }

    /**
     * @param array<string, mixed> $intent as above
     * @param array<string, mixed> $mandate
     * @param array<string, mixed> $account
     */
    public static function mandate(array $intent, array $mandate, array $account): Mandate
    {
        $sepa = (array) ($mandate['payment_method_details']['sepa_debit'] ?? []);

        return new Mandate(
            (string) ($sepa['reference'] ?? ''),
            (string) ($account['settings']['sepa_debit_payments']['creditor_id'] ?? ''),
            (string) (self::details($intent)['last4'] ?? ''),
            (string) ($sepa['url'] ?? '')
        );
    }

    /**
     * @param array<string, mixed> $intent
     * @return array<mixed>
     */
    private static function details(array $intent): array
    {
        return (array) ($intent['latest_charge']['payment_method_details']['sepa_debit'] ?? []);
    }
}
