<?php

declare(strict_types=1);

namespace Counterfoil\Invoices\Lists;

use Counterfoil\Invoices\InvoiceState;
use Counterfoil\Invoices\InvoiceStatus;
use Counterfoil\Invoices\Settlement;

/** What a list says of an invoice, of one row of one statement: without all that only its own page shows. */
final readonly class InvoiceRow
{
    private function __construct(
        public int $id,
        public int $client_id,
        public string $client,
        /** Of the first one of its people; empty where it has none */
        public string $contact,
        /** Of the portal of its clients; null where it has none */
        public ?int $portal_page_id,
        public ?int $website_id,
        /** Null for a draft */
        public ?string $number,
        /** A Documents\DocumentKind */
        public string $kind,
        public InvoiceState $state,
        /** Whether a payment may still bring money for it */
        public bool $is_under_way,
        /** It, or another one */
        public bool $is_any_disputed,
        public string $currency,
        /** Minor units, as below */
        public int $total,
        /** What is open; 0 of a draft */
        public int $due,
        public ?string $issue_date,
        public string $due_date,
        /** As the table has it */
        public string $created_at,
        public string $buyer_reference,
        public string $purchase_order,
        public ?string $supply_from,
        public ?string $supply_to,
    ) {
    }

    /**
     * @param array<string, string|null> $row as InvoicesQuery selects it
     * @param string $today in the business's time zone, "2026-03-31"
     */
    public static function from_row(array $row, string $today): self
    {
        return new self(
            (int) $row['id'],
            (int) $row['client_id'],
            (string) $row['client_name'],
            (string) $row['contact_name'],
            $row['portal_page_id'] === null ? null : (int) $row['portal_page_id'],
            $row['website_id'] === null ? null : (int) $row['website_id'],
            $row['number'],
            (string) $row['kind'],
            InvoiceState::of(InvoiceStatus::from((string) $row['status']), Settlement::from((string) $row['settlement']), (string) $row['due_date'], $today),
            $row['is_under_way'] !== null,
            $row['is_any_disputed'] !== null,
            (string) $row['currency'],
            (int) $row['total'],
            (int) $row['due'],
            $row['issue_date'],
            (string) $row['due_date'],
            (string) $row['created_at'],
            (string) $row['buyer_reference'],
            (string) $row['purchase_order'],
            $row['supply_from'],
            $row['supply_to'],
        );
    }

    public function is_draft(): bool
    {
        return $this->state === InvoiceState::Draft;
    }
}
