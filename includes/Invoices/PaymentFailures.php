<?php

declare(strict_types=1);

namespace Counterfoil\Invoices;

use Counterfoil\Shared\Database\Condition;

/** Which invoices somebody tried to pay in vain; known by whoever takes payments. */
interface PaymentFailures
{
    public const DAYS = 30;

    /**
     * Rows whose column names an invoice for which a payment at a gateway failed today or on the 30 days before. Whole
     * days: what a figure counts is then still in the list that it opens a moment later.
     *
     * @param string $today in the business's time zone, "2026-03-31"
     */
    public function condition(string $column, string $today): Condition;
}
