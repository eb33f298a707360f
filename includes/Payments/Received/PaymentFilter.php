<?php

declare(strict_types=1);

namespace Counterfoil\Payments\Received;

/** What narrows a list of received payments, its sums, its export, and a figure that opens it. */
final readonly class PaymentFilter
{
    public function __construct(
        /** Days of the money in the business's time zone, "2026-03-31"; both count */
        public ?string $received_from = null,
        public ?string $received_to = null,
        public ?int $client_id = null,
        public string $search = '',
    ) {
    }

    /** Days, and nothing else, decide which they are. */
    public function is_of_days(): bool
    {
        return $this->client_id === null && $this->search === '';
    }

    /** @param array<string, mixed> $query as the contract's filters have it */
    public static function from_query(array $query): self
    {
        return new self($query['received_from'] ?? null, $query['received_to'] ?? null, $query['client_id'] ?? null, trim($query['search'] ?? ''));
    }
}
