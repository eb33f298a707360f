<?php

declare(strict_types=1);

namespace Counterfoil\Invoices\ProFormas;

use Counterfoil\Emails\Attachment;

/** What pro-formas ask of those who take money. */
interface MoneyOfProForma
{
    /**
     * All that came or may still come for a pro-forma is for its invoice from now on. The caller holds both rows.
     */
    public function goes_over(int $pro_forma_id, int $invoice_id): void;

    /** The receipt of the payment that completed a pro-forma, by the invoice that it made; null where the client gets none. */
    public function receipt(int $invoice_id): ?Attachment;
}
