<?php

declare(strict_types=1);

namespace Counterfoil\Payments\Disputes;

use Counterfoil\Shared\Clock\Timestamps;
use DateTimeImmutable;

/** A payment that the payer's bank disputes, as it is written here. */
final readonly class Dispute
{
    private function __construct(
        public int $id,
        public int $payment_id,
        public int $client_id,
        public string $gateway,
        public string $gateway_dispute_id,
        public DisputeState $state,
        /** What is disputed, minor units of $currency */
        public int $amount,
        /** ISO 4217; a gateway may name any */
        public string $currency,
        /** The gateway's own word for why */
        public string $reason,
        public ?DateTimeImmutable $respond_by,
        /** What it holds of the payment now, minor units of $currency */
        public int $taken,
        /** How often it moved money so far */
        public int $movements,
        /** What the gateway takes for it, minor units of $fee_currency */
        public int $fee,
        public string $fee_currency,
        /** Where the agency answers it, or "" */
        public string $url,
        public DateTimeImmutable $created_at,
    ) {
    }

    /** @param array<string, string|null> $row */
    public static function from_row(array $row): self
    {
        return new self(
            (int) $row['id'],
            (int) $row['payment_id'],
            (int) $row['client_id'],
            (string) $row['gateway'],
            (string) $row['gateway_dispute_id'],
            DisputeState::from((string) $row['state']),
            (int) $row['amount'],
            (string) $row['currency'],
            (string) $row['reason'],
            $row['respond_by'] === null ? null : Timestamps::from_row($row['respond_by']),
            (int) $row['taken'],
            (int) $row['movements'],
            (int) $row['fee'],
            (string) $row['fee_currency'],
            (string) $row['url'],
            Timestamps::from_row((string) $row['created_at']),
        );
    }

    /** Something of it may still change. */
    public function waits(): bool
    {
        return $this->state->is_open() || ($this->state === DisputeState::Won && $this->taken > 0);
    }

    /** What takes its payment's money, in ReverseMoney: begins each of its movements' sources. */
    public function source(): string
    {
        return "dispute:{$this->gateway}:{$this->gateway_dispute_id}:";
    }
}
