<?php

declare(strict_types=1);

namespace Counterfoil\Invoices;

use Counterfoil\Portals\Portal;

/** Links in mails that open one bill without a login. */
interface BillLinks
{
    /** @return array{url: string, permissions: list<string>}|null null where its reader has to log in. Changes nothing. */
    public function of(Invoice $invoice, string $recipient, Portal $portal): ?array;
}
