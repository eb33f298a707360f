<?php

declare(strict_types=1);

namespace Counterfoil\Invoices\Portal;

use Counterfoil\Invoices\Invoice;
use Counterfoil\Portals\Location;
use Counterfoil\Portals\OpenedScreen;
use Counterfoil\Portals\Reader;
use Counterfoil\Shared\DomainError;

/** A page of the portal about one invoice, which its address names; OpenBill finds it. */
interface BillScreen
{
    /** The permission that the reader's role must have, "billing.view". */
    public function needs(): string;

    /** As Screen::shows_money() */
    public function shows_money(): bool;

    /**
     * @param Invoice $invoice the reader's own
     * @throws DomainError 404
     */
    public function open(Reader $reader, Invoice $invoice, Location $location): OpenedScreen;
}
