<?php

declare(strict_types=1);

namespace Counterfoil\Invoices\Lists;

/** What is going on with the money of listed invoices; known by those who take payments. */
interface PaymentsInLists
{
    /** A value of a statement: not NULL where a payment may still bring money for the invoice. */
    public function is_under_way(string $invoice_id): string;

    /** A value of a statement: NULL where no payment of any invoice is disputed or asked about, which is so most of the time. */
    public function is_any_disputed(): string;

    /**
     * @param non-empty-list<int> $invoice_ids of which a payment is under way
     * @return array<int, string|null> those whose money is with a bank, by id: the day by which that is known, null at any moment
     */
    public function expected_on(array $invoice_ids): array;

    /**
     * @param list<int> $invoice_ids
     * @return list<int> those of which a payer's bank disputes a payment, or asks about it, and nothing is decided
     */
    public function disputed(array $invoice_ids): array;
}
