<?php

declare(strict_types=1);

namespace Counterfoil\Invoices\Portal;

use Closure;
use Counterfoil\Invoices\Invoice;
use Counterfoil\Portals\Portal;
use Counterfoil\Portals\PortalUrls;

/** An issued invoice as its client reads it: the contract's `portalInvoice`. */
final readonly class PortalInvoiceResource
{
    /** @param Closure(): string $today in the business's time zone, "2026-03-31" */
    public function __construct(private PortalUrls $urls, private Closure $today)
    {
    }

    /** @return array<string, mixed> */
    public function to_wire(Invoice $invoice, Portal $portal): array
    {
        $today = ($this->today)();

        return [
            'id' => $invoice->id,
            'number' => (string) $invoice->number,
            'state' => $invoice->state($today)->value,
            'days_overdue' => $invoice->days_overdue($today),
            'total' => $invoice->total()->to_wire(),
            'due' => $invoice->due()->to_wire(),
            'issue_date' => (string) $invoice->issue_date,
            'due_date' => $invoice->due_date,
            'url' => $this->urls->invoice($portal, $invoice->id),
        ];
    }
}
