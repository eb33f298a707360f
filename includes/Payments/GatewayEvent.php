<?php

declare(strict_types=1);

namespace Counterfoil\Payments;

/** Something a gateway called about: a hint to look there, not a fact. */
final readonly class GatewayEvent
{
    private function __construct(
        public int $id,
        public string $gateway,
        public string $mode,
        public string $type,
        /** The gateway's id of the payment it is about */
        public string $object_id,
        public int $attempts,
    ) {
    }

    /** @param array<string, string|null> $row */
    public static function from_row(array $row): self
    {
        return new self((int) $row['id'], (string) $row['gateway'], (string) $row['mode'], (string) $row['type'], (string) $row['object_id'], (int) $row['attempts']);
    }

    public function is_about_refunds(): bool
    {
        return str_contains($this->type, 'refund');
    }
}
