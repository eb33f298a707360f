<?php

declare(strict_types=1);

namespace Counterfoil\Invoices;

use Counterfoil\Shared\Database\Condition;

/** Of which invoices a payer's bank disputes a payment, or asks about it; known by whoever takes payments. */
interface DisputedInvoices
{
    /** Rows whose column names an invoice that is, where nothing is decided yet. It has no arguments. */
    public function condition(string $column): Condition;
}
