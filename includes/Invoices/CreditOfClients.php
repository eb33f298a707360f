<?php

declare(strict_types=1);

namespace Counterfoil\Invoices;

use Counterfoil\Shared\Change\Change;

/** What invoices ask of those who take money: a client's credit. Minor units. */
interface CreditOfClients
{
    /** In the change that issues it: the worker comes for it, where whoever issued it does not get to issued(). */
    public function issues(Change $change, Invoice $invoice): void;

    /**
     * After that change: pays it with the client's credit, where the agency wants that by itself. As often as one likes.
     *
     * @return Invoice as it is then
     */
    public function issued(Invoice $invoice): Invoice;

    /** @return int what of it an invoice was paid with, by itself or by choice */
    public function used_for(int $invoice_id): int;
}
