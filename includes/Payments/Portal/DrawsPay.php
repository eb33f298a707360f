<?php

declare(strict_types=1);

namespace Counterfoil\Payments\Portal;

use Counterfoil\Invoices\DocumentLanguage;
use Counterfoil\Invoices\Invoice;
use Counterfoil\Payments\PaymentView;
use Counterfoil\Portals\Reader;

/** Draws the pay view for its reader. */
interface DrawsPay
{
    /** @param string $not_begun why the payment that was to begin did not */
    public function handle(Reader $reader, Invoice $invoice, ?PaymentView $payment, DocumentLanguage $language, string $not_begun = ''): string;
}
