<?php

declare(strict_types=1);

namespace Counterfoil\Invoices\CreditNotes;

/** What narrows a list of credit notes, its sums and its export. All of it is optional; the search is plain text. */
final readonly class CreditNoteFilter
{
    public function __construct(
        public ?int $client_id = null,
        public ?int $invoice_id = null,
        /** Days of issue in the business's time zone, "2026-03-31"; both count */
        public ?string $issued_from = null,
        public ?string $issued_to = null,
        public string $search = '',
    ) {
    }

    /** @param array<string, mixed> $query as the contract's filters have it */
    public static function from_query(array $query): self
    {
        return new self($query['client_id'] ?? null, $query['invoice_id'] ?? null, $query['issued_from'] ?? null, $query['issued_to'] ?? null, trim($query['search'] ?? ''));
    }
}
