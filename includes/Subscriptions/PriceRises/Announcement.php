<?php

declare(strict_types=1);

namespace Counterfoil\Subscriptions\PriceRises;

use Counterfoil\Shared\Clock\Timestamps;
use DateTimeImmutable;

/** What was decided at once about the prices of many subscriptions. */
final readonly class Announcement
{
    private function __construct(
        public int $id,
        /** Whose subscriptions; null where single ones were chosen */
        public ?int $plan_id,
        public Increase $increase,
        /** The first period of each that begins on this day or later costs more, "2026-03-31" */
        public string $from,
        /** Days before that on which the client is told */
        public int $notice_days,
        /** In the agency's words; may be empty */
        public string $message,
        public DateTimeImmutable $created_at,
    ) {
    }

    /** @param array<string, string|null> $row */
    public static function from_row(array $row): self
    {
        return new self(
            (int) $row['id'],
            $row['plan_id'] === null ? null : (int) $row['plan_id'],
            Increase::from_row($row),
            (string) $row['rise_from'],
            (int) $row['notice_days'],
            (string) $row['message'],
            Timestamps::from_row((string) $row['created_at']),
        );
    }
}
