<?php

declare(strict_types=1);

namespace Counterfoil\Invoices;

use Counterfoil\Shared\Database\Database;
use Counterfoil\Websites\WebsiteUse;

final readonly class InvoicedWebsites implements WebsiteUse
{
    public function __construct(private Database $database)
    {
    }

    public function used_of_client(int $client_id): array
    {
        $rows = $this->database->rows(
            "SELECT DISTINCT website_id FROM {$this->database->table('invoices')} WHERE client_id = ? AND website_id IS NOT NULL",
            [$client_id]
        );

        return array_map(static fn (array $row): int => (int) $row['website_id'], $rows);
    }
}
