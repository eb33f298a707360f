<?php

declare(strict_types=1);

namespace Counterfoil\Invoices;

use Counterfoil\Portals\Portal;

/** Links in mails that open one bill without a login. */
interface BillLinks
{
    /** Whether this client's mails have them: then nobody needs access to the portal to open and pay a bill. */
    public function are_on_for(int $client_id): bool;

    /** @return array{url: string, permissions: list<string>}|null null where its reader has to log in. Changes nothing. */
    public function of(Invoice $invoice, string $recipient, Portal $portal): ?array;
}
