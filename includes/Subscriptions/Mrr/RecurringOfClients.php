<?php

declare(strict_types=1);

namespace Counterfoil\Subscriptions\Mrr;

use Counterfoil\Clients\Recurring;
use Counterfoil\Clients\RecurringSum;
use Counterfoil\Shared\Database\Database;

/** What is kept of each client: one statement for a page of them. */
final readonly class RecurringOfClients implements Recurring
{
    public function __construct(private Database $database)
    {
    }

    public function of_clients(array $client_ids): array
    {
        $of = array_fill_keys($client_ids, []);
        if ($client_ids === []) {
            return [];
        }
        $rows = $this->database->rows(
            "SELECT client_id, currency, amount, subscriptions FROM {$this->database->table('mrr_clients')} WHERE client_id IN ({$this->database->marks($client_ids)}) AND subscriptions > 0 ORDER BY client_id, currency",
            $client_ids
        );
        foreach ($rows as $row) {
            $of[(int) $row['client_id']][] = new RecurringSum((string) $row['currency'], (int) $row['amount'], (int) $row['subscriptions']);
        }

        return $of;
    }
}
