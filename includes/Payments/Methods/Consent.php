<?php

declare(strict_types=1);

namespace Counterfoil\Payments\Methods;

use Closure;
use Counterfoil\Business\Business;

/**
 * What a client agrees to before a method is kept: that it is charged by itself, what amounts, how often, until when, and how
 * to end it. The networks ask for each of these: Visa Core Rules 5.9.9 ("Stored Credentials"), Mastercard Transaction
 * Processing Rules 5.4 ("Recurring Payment Transactions").
 */
final readonly class Consent
{
    /** Raised with every change of the sentences: it is kept with what was agreed to. */
    public const VERSION = 1;

    /** @param Closure(): Business $business */
    public function __construct(private KeepsForLater $keeps, private Closure $business)
    {
    }

    /**
     * @param list<int> $invoice_ids what is paid together
     * @return string|null null where the method is not kept
     */
    public function to_pay(array $invoice_ids): ?string
    {
        $charges = $this->keeps->charges_of($invoice_ids);

        return $charges === [] ? null : sprintf(
            /* translators: 1: name of the business, 2: what is charged, "Care plan: €49.00 every month" */
            __('By paying, you allow %1$s to save this payment method and charge it automatically for: %2$s. This continues until the subscription is canceled. You can ask to cancel it at any time in the portal under Products and services, or by contacting us.', 'counterfoil'),
            ($this->business)()->name,
            implode('; ', $charges)
        );
    }

    public function to_add(): string
    {
        return sprintf(
            /* translators: %s: name of the business */
            __('By saving this payment method, you allow %s to charge it automatically for the subscriptions you have with us, in the amounts and on the dates shown in the portal, until they’re canceled. You can remove it here at any time.', 'counterfoil'),
            ($this->business)()->name
        );
    }
}
