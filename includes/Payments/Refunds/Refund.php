<?php

declare(strict_types=1);

namespace Counterfoil\Payments\Refunds;

use Counterfoil\Shared\Clock\Timestamps;
use Counterfoil\Shared\Money\Money;
use DateTimeImmutable;

/** Money that goes back, out of one payment. */
final readonly class Refund
{
    private function __construct(
        public int $id,
        public int $payment_id,
        public int $client_id,
        public string $gateway,
        public ?string $gateway_refund_id,
        public RefundState $state,
        public Money $amount,
        public string $reason,
        public string $failure,
        public string $idempotency_key,
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
            $row['gateway_refund_id'],
            RefundState::from((string) $row['state']),
            Money::of((int) $row['amount'], (string) $row['currency']),
            (string) $row['reason'],
            (string) $row['failure'],
            (string) $row['idempotency_key'],
            Timestamps::from_row((string) $row['created_at']),
        );
    }

    /** Given to the gateway with the refund: it shows that what it answers later is this one. */
    public function token(): string
    {
        return substr(hash('sha256', "refund:{$this->idempotency_key}"), 0, 32);
    }
}
