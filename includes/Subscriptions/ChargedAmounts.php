<?php

declare(strict_types=1);

namespace Counterfoil\Subscriptions;

use Counterfoil\Invoices\Drafts\LineTaxes;
use Counterfoil\Invoices\InvoiceLine;
use Counterfoil\Invoices\InvoiceTerms;
use Counterfoil\Invoices\InvoiceTotals;

/** What the bill of a whole period comes to, with the taxes that would be on it today. */
final readonly class ChargedAmounts
{
    public function __construct(private LineTaxes $taxes)
    {
    }

    /**
     * A page of them costs as many queries as one.
     *
     * @param list<Subscription> $subscriptions of one client
     * @param bool $with_coupons as far as they count for the next paid period
     * @return array<int, InvoiceTotals> by subscription
     */
    public function of(array $subscriptions, bool $with_coupons = false): array
    {
        if ($subscriptions === []) {
            return [];
        }
        $lines = array_merge(...array_map(static fn (Subscription $one): array => array_map(static fn (SubscriptionItem $item): InvoiceLine => $item->line(), $one->items), $subscriptions));
        $proposals = $this->taxes->of(new InvoiceTerms($subscriptions[0]->client_id, null, $subscriptions[0]->currency, $subscriptions[0]->tax_mode, '', $lines));
        $totals = [];
        $at = 0;
        foreach ($subscriptions as $subscription) {
            $taxed = [];
            foreach ($subscription->items as $item) {
                $line = $item->line();
                $taxed[] = $line->tax !== null ? $line : new InvoiceLine(...['tax' => $proposals[$at]->tax] + get_object_vars($line));
                ++$at;
            }
            if ($with_coupons && $subscription->coupon?->counts() === true) {
                $taxed = array_values($subscription->coupon->off($taxed, $subscription->tax_mode, $subscription->currency));
            }
            $totals[$subscription->id] = InvoiceTotals::of($taxed, null, $subscription->tax_mode, $subscription->currency);
        }

        return $totals;
    }
}
