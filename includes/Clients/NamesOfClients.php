<?php

declare(strict_types=1);

namespace Counterfoil\Clients;

use Counterfoil\Activity\ClientNames;
use Counterfoil\Shared\Database\Condition;
use Counterfoil\Shared\Database\Database;

/** Tells the timelines what clients are called; one query for a page of them. */
final readonly class NamesOfClients implements ClientNames
{
    public function __construct(private Database $database)
    {
    }

    public function of(array $ids): array
    {
        if ($ids === []) {
            return [];
        }
        $condition = Condition::in('id', $ids);
        $names = [];
        foreach ($this->database->rows("SELECT id, name FROM {$this->database->table('clients')} WHERE {$condition->sql}", $condition->arguments) as $row) {
            $names[(int) $row['id']] = (string) $row['name'];
        }

        return $names;
    }
}
