<?php

declare(strict_types=1);

namespace Counterfoil\Payments;

use Counterfoil\Invoices\OpenPayments;
use Counterfoil\Shared\DomainError;

/** What invoices ask of payments before they are void. */
final readonly class StopOpenPayments implements OpenPayments
{
    public function __construct(private StopPayment $stop)
    {
    }

    public function stop(int $invoice_id): void
    {
        try {
            $this->stop->handle($invoice_id);
        } catch (DomainError) {
            // Its gateway can't be asked, so money may be on its way: that is refused by the caller, in words for staff.
        }
    }
}
