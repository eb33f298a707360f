<?php

declare(strict_types=1);

namespace Counterfoil\Payments\Reversals;

use Counterfoil\Shared\Clock\Timestamps;
use Counterfoil\Shared\Money\Money;
use DateTimeImmutable;

/** Money of one payment that was taken back, and perhaps came again. */
final readonly class Reversal
{
    private function __construct(
        public int $id,
        public int $payment_id,
        public int $client_id,
        public Money $amount,
        /** What took it, "dispute:dp_1" */
        public string $source,
        public ReversalReason $reason,
        /** The gateway's code for why, "insufficient_funds"; what staff typed where they undid it; or "" */
        public string $detail,
        public DateTimeImmutable $created_at,
        public ?DateTimeImmutable $restored_at,
    ) {
    }

    /** @param array<string, string|null> $row */
    public static function from_row(array $row): self
    {
        return new self(
            (int) $row['id'],
            (int) $row['payment_id'],
            (int) $row['client_id'],
            Money::of((int) $row['amount'], (string) $row['currency']),
            (string) $row['source'],
            ReversalReason::from((string) $row['reason']),
            (string) $row['detail'],
            Timestamps::from_row((string) $row['created_at']),
            $row['restored_at'] === null ? null : Timestamps::from_row($row['restored_at']),
        );
    }

    public function is_restored(): bool
    {
        return $this->restored_at !== null;
    }
}
