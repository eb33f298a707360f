<?php

declare(strict_types=1);

namespace Counterfoil\Payments;

use Counterfoil\Shared\Money\Money;

/** A payment that is about to be begun. */
final readonly class Intent
{
    /** @param non-empty-array<int, int> $asks minor units for each invoice */
    public function __construct(
        public array $asks,
        public int $client_id,
        /** All of them together */
        public Money $amount,
        /** Whether the payer chose to pay less than is due */
        public bool $is_part = false,
        /** The kept method that is charged; null where the payer chooses one */
        public ?int $method_id = null,
        /** Of what must not happen twice; null for one of its own */
        public ?string $key = null,
        /** Version of what the payer is told before the method is kept that they pay with; 0 where it is not */
        public int $consent = 0,
        /** Whether this process asks the gateway for it at once: nobody else does for as long as a call lasts (ClaimCharge) */
        public bool $is_claimed = false,
    ) {
    }
}
