<?php

declare(strict_types=1);

namespace Counterfoil\Invoices;

use Counterfoil\Products\PlanUses;
use Counterfoil\Shared\Database\Condition;
use Counterfoil\Shared\Database\Database;

/** Which plans stand on an invoice. */
final readonly class PlansOnInvoices implements PlanUses
{
    public function __construct(private Database $database)
    {
    }

    public function of(string $plan_id): Condition
    {
        $lines = $this->database->table('invoice_lines');

        return new Condition("EXISTS (SELECT 1 FROM {$lines} WHERE {$lines}.plan_id = {$plan_id})");
    }
}
