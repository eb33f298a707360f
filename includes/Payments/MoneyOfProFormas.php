<?php

declare(strict_types=1);

namespace Counterfoil\Payments;

use Counterfoil\Invoices\ProFormas\MoneyOfProForma;
use Counterfoil\Shared\Database\Database;

/** What came, went back or may still come for a pro-forma goes with it to its invoice. */
final readonly class MoneyOfProFormas implements MoneyOfProForma
{
    public function __construct(private Database $database)
    {
    }

    public function goes_over(int $pro_forma_id, int $invoice_id): void
    {
        $this->database->execute(
            "UPDATE {$this->database->table('payment_allocations')} SET invoice_id = ?, under_way = CASE WHEN under_way IS NULL THEN NULL ELSE ? END WHERE invoice_id = ?",
            [$invoice_id, $invoice_id, $pro_forma_id]
        );
        foreach (['refund_parts', 'credit_uses'] as $table) {
            $this->database->execute("UPDATE {$this->database->table($table)} SET invoice_id = ? WHERE invoice_id = ?", [$invoice_id, $pro_forma_id]);
        }
    }
}
