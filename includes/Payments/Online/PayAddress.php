<?php

declare(strict_types=1);

namespace Counterfoil\Payments\Online;

use Counterfoil\Payments\Allocation;
use Counterfoil\Payments\Payment;
use Counterfoil\Portals\Portal;
use Counterfoil\Portals\PortalUrls;

/** Where something is paid in the portal: what is paid follows from the address alone. */
final readonly class PayAddress
{
    /** Where a payer comes back to from their bank. */
    public static function of_payment(PortalUrls $urls, Portal $portal, Payment $payment): string
    {
        $ids = array_map(static fn (Allocation $allocation): int => $allocation->invoice_id, $payment->allocations);
        if (count($ids) > 1) {
            return $urls->pay_several($portal, $ids);
        }

        return $payment->is_part ? $urls->to($portal, 'pay-part', ['id' => $payment->invoice_id, 'amount' => $payment->amount->to_decimal()]) : $urls->pay($portal, $payment->invoice_id);
    }
}
