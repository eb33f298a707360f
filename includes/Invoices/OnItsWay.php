<?php

declare(strict_types=1);

namespace Counterfoil\Invoices;

use Counterfoil\Shared\Money\Money;

/** Money for a bill that somebody has paid and that is not here yet. */
final readonly class OnItsWay
{
    public function __construct(
        /** What of the payment is for this bill */
        public Money $amount,
        /** The day by which it is known whether it came, "2026-03-31"; null where that is at any moment */
        public ?string $expected_on,
    ) {
    }
}
