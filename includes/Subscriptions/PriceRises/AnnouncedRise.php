<?php

declare(strict_types=1);

namespace Counterfoil\Subscriptions\PriceRises;

/** A rise of one subscription that was decided. */
final readonly class AnnouncedRise
{
    private function __construct(
        public int $id,
        public int $subscription_id,
        /** The first day at the new price, "2026-03-31" */
        public string $first_on,
        /** On which the client is told */
        public string $mail_on,
        /** Minor units of a whole period */
        public int $old_amount,
        public int $new_amount,
        public string $message,
        public bool $is_told,
        /** Where it was asked for with its subscription */
        public ?RiseState $state,
    ) {
    }

    /** @param array<string, string|null> $row */
    public static function from_row(array $row): self
    {
        return new self(
            (int) $row['id'],
            (int) $row['subscription_id'],
            (string) $row['first_on'],
            (string) $row['mail_on'],
            (int) $row['old_amount'],
            (int) $row['new_amount'],
            (string) $row['message'],
            (bool) (int) $row['is_told'],
            isset($row['state']) ? RiseState::from($row['state']) : null,
        );
    }
}
