<?php

declare(strict_types=1);

namespace Counterfoil\Invoices;

/** What invoices ask of the books: what came of clients. */
interface MoneyOfClients
{
    /**
     * One row of each client and currency, however much there is of them.
     *
     * @param list<int> $client_ids
     * @return array<int, array<string, array{received: int, credit: int}>> minor units of what came and did not go back, and of
     *     what of it settles no invoice, by client and currency; clients of whom nothing ever came are not there
     */
    public function of_clients(array $client_ids): array;
}
