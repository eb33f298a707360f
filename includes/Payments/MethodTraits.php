<?php

declare(strict_types=1);

namespace Counterfoil\Payments;

/** What a way of paying does with the money, whatever gateway it is used at. */
final readonly class MethodTraits
{
    public function __construct(
        /** Business days until it is known whether the money came, at most; 0 for at once */
        public int $settles_in_days,
        /** Whether the payer's bank may take it back without a dispute, weeks later */
        public bool $can_be_returned,
        /** Whether the same method can be charged again without the payer being there */
        public bool $can_be_charged_again,
    ) {
    }
}
