<?php

declare(strict_types=1);

namespace Counterfoil\Invoices\Portal;

use Counterfoil\Invoices\InvoiceRepository;
use Counterfoil\Invoices\MarkOpened;
use Counterfoil\Portals\Location;
use Counterfoil\Portals\OpenedScreen;
use Counterfoil\Portals\OpenWhileSuspended;
use Counterfoil\Portals\Reader;
use Counterfoil\Shared\Viewer;

/** Every page about one invoice begins like this: it is the reader's, or it is not there; and whoever looks at it has opened it. */
final readonly class OpenBill implements OpenWhileSuspended
{
    public function __construct(private InvoiceRepository $invoices, private MarkOpened $mark_opened, private OpenOrJustPaid $open, private BillScreen $screen)
    {
    }

    public function needs(): string
    {
        return $this->screen->needs();
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
        return $this->screen->shows_money();
    }

    public function is_to_be_paid(Reader $reader, Location $location): bool
    {
        $invoice = $this->invoices->find((int) $location->id, Viewer::system());

        return $invoice?->client_id === $reader->client_id && $this->open->is($invoice);
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

        return $this->screen->open($reader, $invoice, $location);
    }
}
