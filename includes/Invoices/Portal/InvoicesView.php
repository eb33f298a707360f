<?php

declare(strict_types=1);

namespace Counterfoil\Invoices\Portal;

final readonly class InvoicesView
{
    /**
     * @param list<InvoiceItem> $items
     * @param list<string> $credit
     */
    public function __construct(
        public array $items,
        /** The first page, seen from a later one */
        public ?string $newest_url = null,
        public ?string $older_url = null,
        public bool $is_first_page = true,
        /** What the client has to pay bills with, an amount for each currency */
        public array $credit = [],
        /** How several are paid at once; null where there is no choice */
        public ?PayTogetherView $together = null,
    ) {
    }
}
