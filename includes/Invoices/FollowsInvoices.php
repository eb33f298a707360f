<?php

declare(strict_types=1);

namespace Counterfoil\Invoices;

use Counterfoil\Shared\Change\Change;

/** Who has something to do when a bill's money is settled: told in the change that settles it. */
interface FollowsInvoices
{
    /** Nothing of it is due any more, because it was paid or asks for nothing. Also of an invoice that a paid pro-forma made. */
    public function became_paid(Change $change, Invoice $invoice): void;

    /** It had been paid, and its money went back. */
    public function became_due_again(Change $change, Invoice $invoice): void;

    /** It was voided or withdrawn, or credit notes took back all that was due on it. */
    public function was_called_off(Change $change, Invoice $invoice): void;
}
