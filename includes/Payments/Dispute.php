<?php

declare(strict_types=1);

namespace Counterfoil\Payments;

/** A payment that the payer's bank disputes, as it is written here. */
final readonly class Dispute
{
    private function __construct(
        public int $id,
        public int $payment_id,
        public DisputeState $state,
        /** The sentence that stands on the payment because of it, or "" */
        public string $flag,
    ) {
    }

    /** @param array<string, string|null> $row */
    public static function from_row(array $row): self
    {
        return new self((int) $row['id'], (int) $row['payment_id'], DisputeState::from((string) $row['state']), (string) $row['flag']);
    }
}
