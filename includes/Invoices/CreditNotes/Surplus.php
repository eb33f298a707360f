<?php

declare(strict_types=1);

namespace Counterfoil\Invoices\CreditNotes;

/** What becomes of a credit beyond what is still due on the invoice: the client paid that already. */
enum Surplus: string
{
    /** Back to the payment method used */
    case Refund = 'refund';
    /** The client's credit, for later bills */
    case Keep = 'keep';
}
