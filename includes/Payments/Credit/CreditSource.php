<?php

declare(strict_types=1);

namespace Counterfoil\Payments\Credit;

use Counterfoil\Payments\Allocation;
use Counterfoil\Payments\Payment;

/** Money of one payment that is the client's: over on an invoice, or on none. */
final readonly class CreditSource
{
    /**
     * @param Allocation|null $allocation what it is over on; null where it is on no invoice
     * @param int $amount minor units of the payment's currency
     */
    public function __construct(public Payment $payment, public ?Allocation $allocation, public int $amount)
    {
    }
}
