<?php

declare(strict_types=1);

namespace Counterfoil\Invoices;

use Counterfoil\Clients\Client;
use Counterfoil\Portals\PortalRepository;
use Counterfoil\Portals\PortalUrls;

/** Where clients find their invoices, for staff who pass it on. */
final readonly class InvoiceLinks
{
    public function __construct(private PortalRepository $portals, private PortalUrls $urls)
    {
    }

    /** Whether anybody of the client could be invited to the portal. */
    public function has_pages(Client $client): bool
    {
        return $this->urls->has_pages($this->portals->get($client->portal_id));
    }

    public function of(Invoice $invoice): ?string
    {
        return $this->of_all([$invoice])[$invoice->id];
    }

    /**
     * A portal is asked for once.
     *
     * @param list<Invoice> $invoices
     * @return array<int, string|null> by invoice; null for drafts, and where the portal has no page
     */
    public function of_all(array $invoices): array
    {
        $portals = $links = [];
        foreach ($invoices as $invoice) {
            $portal = $invoice->is_draft() ? null : $portals[$invoice->portal_id] ??= $this->portals->get($invoice->portal_id);
            $links[$invoice->id] = $portal !== null && $this->urls->has_portal_page($portal) ? $this->urls->invoice($portal, $invoice->id) : null;
        }

        return $links;
    }
}
