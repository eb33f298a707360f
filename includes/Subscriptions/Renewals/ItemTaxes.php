<?php

declare(strict_types=1);

namespace Counterfoil\Subscriptions\Renewals;

use Counterfoil\Invoices\Drafts\LineTaxes;
use Counterfoil\Invoices\InvoiceLine;
use Counterfoil\Invoices\InvoiceTerms;
use Counterfoil\Invoices\TaxMode;
use Counterfoil\Shared\Money\Currency;
use Counterfoil\Subscriptions\Subscription;
use Counterfoil\Subscriptions\SubscriptionItem;

/**
 * The tax of each item is what follows from its plan, the client and the settings on the day it is billed, unless somebody
 * chose one for it: a client that moves, or a rate that changes, counts from its next bill on.
 */
final readonly class ItemTaxes
{
    public function __construct(private LineTaxes $taxes)
    {
    }

    /** Where tax is in its prices, the items with it; elsewhere its money does not depend on tax, and it stays as it is. */
    public function within(Subscription $subscription): Subscription
    {
        return $subscription->tax_mode === TaxMode::Inclusive ? $this->of($subscription->client_id, [$subscription])[0] : $subscription;
    }

    /**
     * One look at the client and the settings, however many there are.
     *
     * @template K of array-key
     * @param array<K, Subscription> $subscriptions of a client
     * @return array<K, Subscription> the same, each item with its tax of today
     */
    public function of(int $client_id, array $subscriptions): array
    {
        $items = array_merge(...array_map(static fn (Subscription $one): array => $one->items, array_values($subscriptions)));
        if (array_filter($items, static fn (SubscriptionItem $item): bool => $item->tax === null) === []) {
            return $subscriptions;
        }
        // What is proposed for a line knows no money.
        $lines = array_map(static fn (SubscriptionItem $item): InvoiceLine => $item->line(), $items);
        $proposals = $this->taxes->of(new InvoiceTerms($client_id, null, Currency::of('EUR'), TaxMode::Exclusive, '', $lines));
        $first = 0;
        foreach ($subscriptions as $key => $subscription) {
            $taxed = [];
            foreach ($subscription->items as $i => $item) {
                $taxed[] = $item->tax !== null ? $item : $item->with_tax($proposals[$first + $i]->tax);
            }
            $first += count($taxed);
            $subscriptions[$key] = $subscription->with(['items' => $taxed]);
        }

        return $subscriptions;
    }
}
