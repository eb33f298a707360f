<?php

declare(strict_types=1);

namespace Counterfoil\Clients;

use Counterfoil\Emails\FindsClients;
use Counterfoil\Shared\Database\Condition;
use Counterfoil\Shared\Database\Database;

final readonly class ClientsByName implements FindsClients
{
    public function __construct(private Database $database)
    {
    }

    public function condition(string $search, string $column): Condition
    {
        return ClientWords::condition($this->database, $search, $column);
    }
}
