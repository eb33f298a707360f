<?php

declare(strict_types=1);

namespace Counterfoil\Invoices\CreditNotes\Portal;

final readonly class CreditNotesView
{
    /** @param list<array{number: string, invoice: string, invoice_url: string, issued: string, amount: string, reason: string, pdf_url: string}> $items */
    public function __construct(
        public array $items,
        /** The first page, seen from a later one */
        public ?string $newest_url,
        public ?string $older_url,
    ) {
    }
}
