<?php

declare(strict_types=1);

namespace Counterfoil\Clients;

/** What clients pay again and again; computed by whoever keeps subscriptions. */
interface Recurring
{
    /**
     * For a page of clients: a fixed number of queries.
     *
     * @param list<int> $client_ids
     * @return array<int, list<RecurringSum>> by client, in the order of currencies' codes, only where something recurs; every client asked for is there
     */
    public function of_clients(array $client_ids): array;
}
