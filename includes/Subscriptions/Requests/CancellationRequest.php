<?php

declare(strict_types=1);

namespace Counterfoil\Subscriptions\Requests;

use Counterfoil\Shared\Clock\Timestamps;
use DateTimeImmutable;

/** A client asks that a subscription ends; the agency answers. Days are the business's, "2026-03-31". */
final readonly class CancellationRequest
{
    public function __construct(
        public int $id,
        public int $subscription_id,
        public int $client_id,
        /** Who asked; null for who is no contact any more */
        public ?int $contact_id,
        /** Their own words; may be empty, may have line breaks */
        public string $reason,
        /** First day on which they don't want it any more; null for as soon as possible */
        public ?string $wished_on,
        public RequestState $state,
        /** The agency's words, where it was declined */
        public string $answer,
        /** First day that does not belong to the subscription any more, where it was accepted */
        public ?string $ends_on,
        public DateTimeImmutable $created_at,
        /** When it was answered or withdrawn */
        public ?DateTimeImmutable $decided_at,
    ) {
    }

    /** @param array<string, string|null> $row */
    public static function from_row(array $row): self
    {
        return new self(
            (int) $row['id'],
            (int) $row['subscription_id'],
            (int) $row['client_id'],
            $row['contact_id'] === null ? null : (int) $row['contact_id'],
            (string) $row['reason'],
            $row['wished_on'],
            RequestState::from((string) $row['state']),
            (string) $row['answer'],
            $row['ends_on'],
            Timestamps::from_row((string) $row['created_at']),
            $row['decided_at'] === null ? null : Timestamps::from_row($row['decided_at']),
        );
    }

    public function is_open(): bool
    {
        return $this->state === RequestState::Open;
    }
}
