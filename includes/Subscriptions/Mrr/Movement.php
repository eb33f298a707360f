<?php

declare(strict_types=1);

namespace Counterfoil\Subscriptions\Mrr;

/** A movement of recurring revenue, as it was written down. */
final readonly class Movement
{
    private function __construct(
        public int $id,
        public int $subscription_id,
        public int $client_id,
        /** ISO 4217 */
        public string $currency,
        /** "2026-03-31" */
        public string $day,
        public MrrKind $kind,
        /** Minor units; below zero where it became less */
        public int $amount,
    ) {
    }

    /** @param array<string, string|null> $row */
    public static function from_row(array $row): self
    {
        return new self((int) $row['id'], (int) $row['subscription_id'], (int) $row['client_id'], (string) $row['currency'], (string) $row['day'], MrrKind::from((string) $row['kind']), (int) $row['amount']);
    }
}
