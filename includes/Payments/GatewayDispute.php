<?php

declare(strict_types=1);

namespace Counterfoil\Payments;

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
    ) {
    }
}
