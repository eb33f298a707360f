<?php

declare(strict_types=1);

namespace Counterfoil\Ledger;

/** What a client owes and has with the agency at the end of a day, in minor units of one currency. */
final readonly class StatementBalance
{
    /**
     * @param int $receivable of invoices, still to be paid
     * @param int $credit what the client has with the agency
     * @param int $prepaid what came for pro-formas whose invoices are not made yet
     */
    public function __construct(public int $receivable = 0, public int $credit = 0, public int $prepaid = 0)
    {
    }

    /** What the client owes altogether; below zero where the agency owes the client. */
    public function net(): int
    {
        return $this->receivable - $this->credit - $this->prepaid;
    }
}
