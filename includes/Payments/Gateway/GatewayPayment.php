<?php

declare(strict_types=1);

namespace Counterfoil\Payments\Gateway;

use Counterfoil\Payments\FailureReason;
use Counterfoil\Payments\Payment;
use Counterfoil\Payments\PaymentState;
use SensitiveParameter;

/** A payment as its gateway sees it, in neutral words. Amounts are minor units as this plugin counts them. */
final readonly class GatewayPayment
{
    public function __construct(
        /** The gateway's id */
        public string $id,
        /** "test" or "live" */
        public string $mode,
        public PaymentState $state,
        /** ISO 4217, upper case; may be one this plugin does not know */
        public string $currency,
        public int $received,
        /** Payment::token() that it was begun with; "" when it is none of ours */
        #[SensitiveParameter]
        public string $token,
        /** Payment's id that it was begun with; 0 when it is none of ours */
        public int $payment_id,
        /** The last try to take the money */
        public string $attempt,
        /** "Visa 4242", "SEPA 3000", "BLIK": the same in every language */
        public string $method,
        public ?FailureReason $failure,
        /** The gateway's own words, for staff */
        public string $failure_message,
        /** Lets a browser confirm this one payment. Never stored, never logged. */
        #[\SensitiveParameter]
        public string $client_secret,
        /** Of the method the payer has chosen; null while none is */
        public ?MethodTraits $traits = null,
        /** The gateway's id of the method, where it was paid with one that is to be kept; "" otherwise */
        public string $kept = '',
        /** The gateway's id of what the payer agreed to by paying, or "" */
        public string $mandate = '',
    ) {
    }
}
