<?php

declare(strict_types=1);

namespace Counterfoil\Subscriptions;

use Counterfoil\Shared\Database\Database;
use Counterfoil\Websites\WebsiteUse;

/** Which websites stand on a bill or are subscribed for, whatever has become of the subscription. */
final readonly class WebsitesInUse implements WebsiteUse
{
    public function __construct(private Database $database, private WebsiteUse $on_bills)
    {
    }

    public function used_of_client(int $client_id): array
    {
        $rows = $this->database->rows("SELECT DISTINCT website_id FROM {$this->database->table('subscriptions')} WHERE client_id = ? AND website_id IS NOT NULL", [$client_id]);

        return array_values(array_unique([...$this->on_bills->used_of_client($client_id), ...array_map(static fn (array $row): int => (int) $row['website_id'], $rows)]));
    }
}
