<?php

declare(strict_types=1);

namespace Counterfoil\Invoices;

use Counterfoil\Shared\Change\Change;

/** Who has something to do when a bill's money is settled: told in the change that settles it. */
interface FollowsInvoices
{
    /**
     * Nothing of them is due any more, because they were paid or ask for nothing. Also of invoices that paid pro-formas made.
     *
     * @param non-empty-list<Invoice> $invoices
     */
    public function became_paid(Change $change, array $invoices): void;

    /** It had been paid, and its money went back. */
    public function became_due_again(Change $change, Invoice $invoice): void;

    /** It was voided or withdrawn, or credit notes took back all that was due on it. */
    public function was_called_off(Change $change, Invoice $invoice): void;
}
