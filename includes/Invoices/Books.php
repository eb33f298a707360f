<?php

declare(strict_types=1);

namespace Counterfoil\Invoices;

use Counterfoil\Invoices\CreditNotes\CreditNote;

/** Where it is written that somebody owes more or less; called in the transaction that makes it so. */
interface Books
{
    /** Its sum is owed from now on. */
    public function issued(Invoice $invoice): void;

    /**
     * A part of it is not owed any more, or was paid and is the client's credit.
     *
     * @param Invoice $before as it was before it was credited
     */
    public function credited(CreditNote $note, Invoice $before, Invoice $invoice): void;

    /**
     * A pro-forma was withdrawn: what came for it is the client's credit.
     *
     * @param Invoice $before as it was issued
     */
    public function withdrawn(Invoice $before, Invoice $pro_forma): void;

    /**
     * Nothing of it is owed any more.
     *
     * @param Invoice $before as it was issued
     */
    public function voided(Invoice $before, Invoice $invoice): void;
}
