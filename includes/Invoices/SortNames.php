<?php

declare(strict_types=1);

namespace Counterfoil\Invoices;

use Counterfoil\Clients\CopiesOfNames;
use Counterfoil\Shared\Database\Database;

/** Beside each invoice stands what its client is sorted by: an index over two tables is none. */
final readonly class SortNames implements CopiesOfNames
{
    public function __construct(private Database $database)
    {
    }

    public function renew(int $client_id, string $sort_name): void
    {
        $this->database->update('invoices', ['client_sort' => $sort_name], ['client_id' => $client_id]);
    }
}
