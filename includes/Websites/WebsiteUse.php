<?php

declare(strict_types=1);

namespace Counterfoil\Websites;

/** Which websites are named on bills and subscriptions; known by whoever keeps these. */
interface WebsiteUse
{
    /** @return list<int> ids of a client's websites that are on a bill, drafts too, or subscribed for */
    public function used_of_client(int $client_id): array;
}
