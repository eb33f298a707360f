<?php

declare(strict_types=1);

namespace Counterfoil\Payments\Gateway;

use Counterfoil\Payments\Disputes\DisputeState;
use Counterfoil\Payments\Reversals\ReturnReason;
use DateTimeImmutable;

/** A dispute as its gateway sees it. The amount is minor units as this plugin counts them. */
final readonly class GatewayDispute
{
    public function __construct(
        public string $id,
        /** "test" or "live" */
        public string $mode,
        /** The gateway's id of the payment; "" when it names none */
        public string $payment,
        public DisputeState $state,
        public int $amount,
        /** ISO 4217, upper case */
        public string $currency,
        /** The gateway's own word for why */
        public string $reason,
        /** Until when it takes an answer */
        public ?DateTimeImmutable $respond_by,
        /** Why, where a debit was returned and there is nothing to answer; null for what else it is */
        public ?ReturnReason $returned = null,
        /** What it holds of the payment now, in the same currency; nothing before it withdrew the money, and once it came again */
        public int $taken = 0,
        /** How often it moved money so far: an answer with fewer is an older one */
        public int $movements = 0,
        /** What the gateway takes for it, minor units of $fee_currency; it is not the client's */
        public int $fee = 0,
        /** ISO 4217, upper case, or "" */
        public string $fee_currency = '',
        /** Where the agency answers it, or "" */
        public string $url = '',
    ) {
    }
}
