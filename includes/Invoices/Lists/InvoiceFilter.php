<?php

declare(strict_types=1);

namespace Counterfoil\Invoices\Lists;

use Counterfoil\Invoices\InvoiceState;

/** What narrows a list of invoices, its sums, its export, and a figure that opens it. All of it is optional; the search is plain text. */
final readonly class InvoiceFilter
{
    public function __construct(
        /** In the business's time zone, "2026-03-31": what is overdue depends on it */
        public string $today,
        public ?InvoiceState $state = null,
        public ?InvoiceSelection $only = null,
        public ?int $client_id = null,
        public ?int $website_id = null,
        public ?string $issued_from = null,
        public ?string $issued_to = null,
        public ?string $due_from = null,
        public ?string $due_to = null,
        public string $search = '',
        /** What the client may see: no drafts */
        public bool $without_drafts = false,
    ) {
    }

    /** @param array<string, mixed> $query as the contract's filters have it */
    public static function from_query(array $query, string $today): self
    {
        return new self(
            $today,
            isset($query['state']) ? InvoiceState::from($query['state']) : null,
            isset($query['only']) ? InvoiceSelection::from($query['only']) : null,
            $query['client_id'] ?? null,
            $query['website_id'] ?? null,
            $query['issued_from'] ?? null,
            $query['issued_to'] ?? null,
            $query['due_from'] ?? null,
            $query['due_to'] ?? null,
            trim($query['search'] ?? ''),
        );
    }

    public function in_any_state(): self
    {
        return new self($this->today, null, $this->only, $this->client_id, $this->website_id, $this->issued_from, $this->issued_to, $this->due_from, $this->due_to, $this->search, $this->without_drafts);
    }

    /** What a client's people see. */
    public static function of_client(int $client_id, string $today): self
    {
        return new self($today, client_id: $client_id, without_drafts: true);
    }
}
