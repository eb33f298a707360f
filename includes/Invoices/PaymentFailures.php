<?php

declare(strict_types=1);

namespace Counterfoil\Invoices;

use Counterfoil\Shared\Database\Condition;

/** Which invoices somebody tried to pay in vain; known by whoever takes payments. */
interface PaymentFailures
{
    public const DAYS = 30;

    /** Rows whose column names an invoice for which a payment at a gateway failed in the last 30 days. */
    public function condition(string $column): Condition;
}
