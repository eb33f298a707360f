<?php

declare(strict_types=1);

namespace Counterfoil\Invoices;

use Counterfoil\Invoices\CreditNotes\LineShares;

/**
 * What a coupon takes off each line. It is computed once of all that it is for, spread over the taxes, and then over the
 * lines of each: so each tax' sum is right to the minor unit, and a credit note knows what of it belongs to a line.
 * Lines that credit something lower what it is for. Pure; minor units.
 */
final readonly class CouponShares
{
    /**
     * @param list<InvoiceLine> $lines
     * @param list<int> $amounts each line's, in their order
     * @return list<int> one for each line; no tax' sum falls below zero by them, unless it was before
     */
    public static function of(?AppliedCoupon $coupon, array $lines, array $amounts): array
    {
        $shares = array_map(static fn (): int => 0, $lines);
        if ($coupon === null) {
            return $shares;
        }
        $chosen = array_filter($lines, $coupon->is_for(...));
        $groups = TaxGroups::of(array_values($chosen), array_values(array_intersect_key($amounts, $chosen)))->above_zero();
        $all = TaxGroups::of($lines, $amounts)->sums;
        foreach ($groups->shares($coupon->off(array_sum($groups->sums))) as $key => $share) {
            $of_tax = array_filter($amounts, static fn (int $i): bool => isset($chosen[$i]) && TaxGroups::key($lines[$i]) === $key, ARRAY_FILTER_USE_KEY);
            $shares = array_replace($shares, LineShares::of(min($share, max(0, $all[$key])), $of_tax));
        }

        return array_values($shares);
    }
}
