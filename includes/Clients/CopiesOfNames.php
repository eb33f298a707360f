<?php

declare(strict_types=1);

namespace Counterfoil\Clients;

/** Whoever keeps what a client is sorted by beside rows of its own, so that they can be listed in that order. */
interface CopiesOfNames
{
    /** Called in the change that names the client anew. */
    public function renew(int $client_id, string $sort_name): void;
}
