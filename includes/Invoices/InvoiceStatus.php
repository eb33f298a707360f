<?php

declare(strict_types=1);

namespace Counterfoil\Invoices;

/** How far an invoice has come. What was paid and what is late are other facts (Settlement, InvoiceState). */
enum InvoiceStatus: string
{
    case Draft = 'draft';
    case Issued = 'issued';
    case Void = 'void';

    /** What may follow; a correction of an issued invoice is a new one. */
    private const TRANSITIONS = [
        'draft' => ['issued'],
        'issued' => ['void'],
        'void' => [],
    ];

    public function may_become(self $next): bool
    {
        return in_array($next->value, self::TRANSITIONS[$this->value], true);
    }
}
