<?php

declare(strict_types=1);

namespace Counterfoil\Invoices\Portal;

use Counterfoil\Invoices\InvoiceArchive;
use Counterfoil\Invoices\InvoiceRepository;
use Counterfoil\Invoices\MarkOpened;
use Counterfoil\Portals\Location;
use Counterfoil\Portals\OpenedScreen;
use Counterfoil\Portals\Reader;
use Counterfoil\Portals\Screen;

/** An invoice's PDF by an address like any other of the portal, so that it can be opened and kept like a link. */
final readonly class PdfScreen implements Screen
{
    public function __construct(private InvoiceRepository $invoices, private InvoiceArchive $archive, private MarkOpened $mark_opened)
    {
    }

    public function needs(): string
    {
        return 'billing.view';
    }

    public function fits(Location $location): bool
    {
        return $location->id !== null;
    }

    public function client_of(Location $location): ?int
    {
        return $this->invoices->client_of((int) $location->id);
    }

    public function shows_money(): bool
    {
        return false;
    }

    public function tab(Reader $reader): null
    {
        return null;
    }

    public function open(Reader $reader, Location $location): OpenedScreen
    {
        $invoice = $this->invoices->get_for_client((int) $location->id, $reader->client_id);
        if ($location->is_looked_at) {
            $this->mark_opened->handle($invoice, $reader->viewer->actor);
        }

        return new OpenedScreen('', static fn (): string => '', download: $this->archive->download($invoice, $location->is_saved));
    }
}
