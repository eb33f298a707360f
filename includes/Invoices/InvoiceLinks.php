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
        return $invoice->is_draft() ? null : $this->on_pages([$invoice->id => $this->portals->get($invoice->portal_id)->portal_page_id])[$invoice->id];
    }

    /**
     * A page is looked up once.
     *
     * @param array<int, int|null> $page_ids of the portals of invoices that are no drafts, by the invoices' ids
     * @return array<int, string|null> by invoice; null where the portal has no page
     */
    public function on_pages(array $page_ids): array
    {
        $links = [];
        foreach (array_unique($page_ids) as $page_id) {
            $links += $this->urls->invoices_on($page_id, array_keys($page_ids, $page_id, true));
        }

        return $links;
    }
}
