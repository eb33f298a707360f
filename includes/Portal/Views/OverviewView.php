<?php

declare(strict_types=1);

namespace Counterfoil\Portal\Views;

use Counterfoil\Invoices\Portal\InvoiceItem;

final readonly class OverviewView
{
    /**
     * @param list<string> $amounts what is due, a sum for each currency; empty when all is paid
     * @param list<InvoiceItem> $recent
     * @param list<string> $billing who is billed, a line each
     * @param list<array{amount: string, counted: string}> $recurring what is paid again and again, for each currency: "€99.00", "2 active subscriptions"; none where there is nothing, or not to be seen
     */
    public function __construct(
        public array $amounts,
        /** "Invoice INV-0007, due 12 December 2026" */
        public string $detail,
        /** The invoice to be paid first */
        public ?InvoiceItem $next,
        /** "3 invoices are due", when it is more than one */
        public string $more,
        public array $recent,
        public string $invoices_url,
        public array $billing,
        public array $recurring,
        public string $subscriptions_url,
    ) {
    }
}
