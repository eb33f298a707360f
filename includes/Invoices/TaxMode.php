<?php

declare(strict_types=1);

namespace Counterfoil\Invoices;

/** Whether the prices on the lines have the tax in them. */
enum TaxMode: string
{
    case Exclusive = 'exclusive';
    case Inclusive = 'inclusive';
}
