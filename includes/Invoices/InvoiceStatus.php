<?php

declare(strict_types=1);

namespace Counterfoil\Invoices;

/** How far an invoice has come. What was paid and what is late are other facts (Settlement, InvoiceState). */
enum InvoiceStatus: string
{
    case Draft = 'draft';
    case Issued = 'issued';
    case Void = 'void';
    /** A pro-forma that nobody is asked to pay any more */
    case Withdrawn = 'withdrawn';

    /** What may follow; a correction of an issued invoice is a new one. */
    private const TRANSITIONS = [
        'draft' => ['issued'],
        'issued' => ['void', 'withdrawn'],
        'void' => [],
        'withdrawn' => [],
    ];

    /** Nothing of it is asked for any more. */
    public function is_called_off(): bool
    {
        return $this === self::Void || $this === self::Withdrawn;
    }

    public function may_become(self $next): bool
    {
        return in_array($next->value, self::TRANSITIONS[$this->value], true);
    }
}
