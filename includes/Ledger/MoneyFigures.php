<?php

declare(strict_types=1);

namespace Counterfoil\Ledger;

/** What those who take money know, for the books to be held against. Amounts are minor units. */
interface MoneyFigures extends Check
{
    /**
     * @param non-empty-list<int> $invoice_ids
     * @return array<int, array{paid: int, refunded: int}> what came for each, and what of it went back
     */
    public function of_invoices(array $invoice_ids): array;

    /**
     * @param non-empty-list<int> $client_ids
     * @return array<int, array<string, int>> what came and did not go back, by client and currency
     */
    public function of_clients(array $client_ids): array;
}
