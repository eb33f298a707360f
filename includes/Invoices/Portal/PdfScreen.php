<?php

declare(strict_types=1);

namespace Counterfoil\Invoices\Portal;

use Counterfoil\Invoices\Invoice;
use Counterfoil\Invoices\InvoiceArchive;
use Counterfoil\Portals\Location;
use Counterfoil\Portals\OpenedScreen;
use Counterfoil\Portals\Reader;

/** An invoice's PDF by an address like any other of the portal, so that it can be opened and kept like a link. */
final readonly class PdfScreen implements BillScreen
{
    public function __construct(private InvoiceArchive $archive)
    {
    }

    public function needs(): string
    {
        return 'billing.view';
    }

    public function shows_money(): bool
    {
        return false;
    }

    public function open(Reader $reader, Invoice $invoice, Location $location): OpenedScreen
    {
        return new OpenedScreen('', static fn (): string => '', download: $this->archive->download($invoice, $location->is_saved));
    }
}
