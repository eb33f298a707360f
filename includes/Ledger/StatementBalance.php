<?php

declare(strict_types=1);

namespace Counterfoil\Ledger;

/** What a client owes and has with the agency at the end of a day, in minor units of one currency. */
final readonly class StatementBalance
{
    /**
     * @param int $receivable of invoices, still to be paid
     * @param int $credit what the client has with the agency
     */
    public function __construct(public int $receivable = 0, public int $credit = 0)
    {
    }

    /** What the client owes altogether; below zero where the agency owes the client. */
    public function net(): int
    {
        return $this->receivable - $this->credit;
    }
}
