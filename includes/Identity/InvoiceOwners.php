<?php

declare(strict_types=1);

namespace Counterfoil\Identity;

/** Whose a bill is: a mailed link names the bill alone. Known by whoever keeps the bills. */
interface InvoiceOwners
{
    /** @return int|null id of the client; null when there is no such invoice */
    public function client_of(int $invoice_id): ?int;
}
