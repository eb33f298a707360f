<?php

declare(strict_types=1);

namespace Counterfoil\Invoices;

/** What invoices ask of those who take money. */
interface OpenPayments
{
    /**
     * Ends what may still take money for an invoice, before it is void. Calls outside, so never in a transaction. Where it
     * can't be ended (in processing, no answer) it stays under way, and the invoice can't be void yet.
     */
    public function stop(int $invoice_id): void;
}
