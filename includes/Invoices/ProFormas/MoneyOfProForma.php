<?php

declare(strict_types=1);

namespace Counterfoil\Invoices\ProFormas;

/** What pro-formas ask of those who take money. */
interface MoneyOfProForma
{
    /**
     * All that came or may still come for a pro-forma is for its invoice from now on. The caller holds both rows.
     */
    public function goes_over(int $pro_forma_id, int $invoice_id): void;
}
