<?php

declare(strict_types=1);

namespace Counterfoil\Invoices\Portal;

use Closure;
use Counterfoil\Identity\PortalSession;
use Counterfoil\Invoices\Invoice;
use Counterfoil\Invoices\InvoiceArchive;
use Counterfoil\Invoices\InvoiceRepository;
use Counterfoil\Invoices\Lists\InvoiceFilter;
use Counterfoil\Portals\PortalRepository;
use Counterfoil\Shared\Rest\Cursor;
use Counterfoil\Shared\Rest\Download;
use Counterfoil\Shared\Rest\Request;
use Counterfoil\Shared\Viewer;

/** What a client's people read of their own invoices. Whose they are is the session's to say. */
final readonly class PortalInvoicesController
{
    private const LIST = 'portal.invoices';

    /** @param Closure(): string $today in the business's time zone */
    public function __construct(
        private PortalSession $session,
        private PortalRepository $portals,
        private InvoiceRepository $invoices,
        private InvoiceArchive $archive,
        private PortalInvoiceResource $resource,
        private ChosenBills $chosen,
        private Closure $today,
    ) {
    }

    /** @return array{items: list<array<string, mixed>>, next_cursor: string|null} */
    public function list(Request $request): array
    {
        $client = $this->session->require()->client;
        $before = $request->cursor() === null ? null : (int) (Cursor::decode(self::LIST, $request->cursor())[0] ?? 0);
        $invoices = $this->invoices->page(InvoiceFilter::of_client($client->id, ($this->today)()), Viewer::system(), $request->per_page() + 1, $before);
        $page = array_slice($invoices, 0, $request->per_page());
        $last = end($page);
        $portal = $this->portals->get($client->portal_id);

        return [
            'items' => array_map(fn (Invoice $invoice): array => $this->resource->to_wire($invoice, $portal), $page),
            'next_cursor' => $last !== false && count($invoices) > count($page) ? Cursor::encode(self::LIST, [$last->id]) : null,
        ];
    }

    /** @return array<string, mixed> */
    public function get(Request $request): array
    {
        $client = $this->session->require()->client;

        return $this->resource->to_wire($this->invoices->get_for_client($request->id(), $client->id), $this->portals->get($client->portal_id));
    }

    /** @return array<string, mixed> */
    public function chosen(Request $request): array
    {
        return $this->chosen->sum($request->body['invoices'], $this->session->require()->client->id);
    }

    public function pdf(Request $request): Download
    {
        $invoice = $this->invoices->get_for_client($request->id(), $this->session->require()->client->id);

        return $this->archive->download($invoice);
    }
}
