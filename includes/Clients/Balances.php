<?php

declare(strict_types=1);

namespace Counterfoil\Clients;

/** What clients owe and have paid; computed by whoever keeps the bills. */
interface Balances
{
    /**
     * For a page of clients: a fixed number of queries.
     *
     * @param list<int> $client_ids
     * @return array<int, list<Balance>> by client, in the order of currencies' codes; every client asked for is there
     */
    public function of_clients(array $client_ids): array;

    /** Bills of a client, drafts too. */
    public function count_invoices(int $client_id): int;
}
