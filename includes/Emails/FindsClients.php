<?php

declare(strict_types=1);

namespace Counterfoil\Emails;

use Counterfoil\Shared\Database\Condition;

/** Finds clients for the email log: by their names, which are another noun's. */
interface FindsClients
{
    /** Rows whose column names a client that is found by what was typed. */
    public function condition(string $search, string $column): Condition;
}
