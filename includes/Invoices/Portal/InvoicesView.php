<?php

declare(strict_types=1);

namespace Counterfoil\Invoices\Portal;

final readonly class InvoicesView
{
    /** @param list<InvoiceItem> $items */
    public function __construct(
        public array $items,
        /** The first page, seen from a later one */
        public ?string $newest_url = null,
        public ?string $older_url = null,
        public bool $is_first_page = true,
    ) {
    }
}
