<?php

declare(strict_types=1);

namespace Counterfoil\Invoices\Portal;

use Counterfoil\Invoices\Invoice;
use Counterfoil\Shared\Clock\Clock;

/** Which bills people of a suspended client may open: those to be paid, and for a moment the one they have just paid, which says so. */
final readonly class OpenOrJustPaid
{
    private const MOMENT = '-15 minutes';

    public function __construct(private Clock $clock)
    {
    }

    public function is(Invoice $invoice): bool
    {
        return $invoice->is_payable() || ($invoice->paid_at !== null && $invoice->paid_at > $this->clock->now()->modify(self::MOMENT));
    }
}
