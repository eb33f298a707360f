<?php

declare(strict_types=1);

namespace Counterfoil\Payments;

/** What a payment is for: an invoice, and how much of it. Amounts are minor units of the payment's currency. */
final readonly class Allocation
{
    private function __construct(
        public int $id,
        public int $payment_id,
        public int $invoice_id,
        /** What it is to bring for this invoice */
        public int $asked,
        /** What it brought; more than was asked where money came that is over */
        public int $amount,
        public bool $is_under_way,
    ) {
    }

    /** @param array<string, string|null> $row */
    public static function from_row(array $row): self
    {
        return new self((int) $row['id'], (int) $row['payment_id'], (int) $row['invoice_id'], (int) $row['asked'], (int) $row['amount'], $row['under_way'] !== null);
    }
}
