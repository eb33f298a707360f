<?php

declare(strict_types=1);

namespace Counterfoil\Invoices;

use Counterfoil\Shared\Money\Money;

/** What invoices ask of bank transfer as a way to pay. */
interface BankTransfers
{
    /** Whether the portal says how to transfer this sum. */
    public function is_offered(Money $amount): bool;

    /**
     * @param array<int, int> $due what is due of invoices that are to be paid, minor units, by id
     * @return array<int, string> the day on which the client said that a transfer was made, of those for which nothing came since; by id
     */
    public function announced(array $due): array;
}
