<?php

declare(strict_types=1);

namespace Counterfoil\Business;

/** Whether a business charges tax. */
enum TaxStatus: string
{
    case Active = 'active';
    /** Registered or not, its sales are free of tax for a reason that stands on its invoices. */
    case Exempt = 'exempt';
    case None = 'none';
}
