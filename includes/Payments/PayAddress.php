<?php

declare(strict_types=1);

namespace Counterfoil\Payments;

use Counterfoil\Portals\Portal;
use Counterfoil\Portals\PortalUrls;

/** Where something is paid in the portal: what is paid follows from the address alone. */
final readonly class PayAddress
{
    /** The word of the screen on which several bills are paid at once */
    public const SEVERAL = 'pay-several';

    /** Where a payer comes back to from their bank. */
    public static function of_payment(PortalUrls $urls, Portal $portal, Payment $payment): string
    {
        $ids = array_map(static fn (Allocation $allocation): int => $allocation->invoice_id, $payment->allocations);
        if (count($ids) > 1) {
            return self::of_several($urls, $portal, $ids);
        }

        return $payment->is_part ? $urls->to($portal, 'pay', ['id' => $payment->invoice_id, 'amount' => $payment->amount->to_decimal()]) : $urls->pay($portal, $payment->invoice_id);
    }

    /** @param non-empty-list<int> $invoice_ids */
    public static function of_several(PortalUrls $urls, Portal $portal, array $invoice_ids): string
    {
        sort($invoice_ids);

        return $urls->to($portal, self::SEVERAL, ['bills' => implode('.', $invoice_ids)]);
    }
}
