<?php

declare(strict_types=1);

namespace Counterfoil\Invoices;

use Counterfoil\Identity\InvoiceOwners;
use Counterfoil\Shared\Database\Database;

final readonly class ClientsOfInvoices implements InvoiceOwners
{
    public function __construct(private Database $database)
    {
    }

    public function client_of(int $invoice_id): ?int
    {
        $client = $this->database->value("SELECT client_id FROM {$this->database->table('invoices')} WHERE id = ?", [$invoice_id]);

        return $client === null ? null : (int) $client;
    }
}
