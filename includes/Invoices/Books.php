<?php

declare(strict_types=1);

namespace Counterfoil\Invoices;

/** Where it is written that somebody owes more or less; called in the transaction that makes it so. */
interface Books
{
    /** Its sum is owed from now on. */
    public function issued(Invoice $invoice): void;

    /**
     * Nothing of it is owed any more.
     *
     * @param Invoice $before as it was issued
     */
    public function voided(Invoice $before, Invoice $invoice): void;
}
