<?php

declare(strict_types=1);

namespace Counterfoil\Subscriptions\Renewals;

use Counterfoil\Invoices\Drafts\LineTaxes;
use Counterfoil\Invoices\Drafts\TaxProposal;
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
     * @param list<array{Subscription, ClaimedPeriod}> $claims of a client
     * @return list<array{Subscription, ClaimedPeriod}>
     */
    public function of_claims(int $client_id, array $claims): array
    {
        return array_map(static fn (Subscription $taxed, ClaimedPeriod $claimed): array => [$taxed, $claimed], array_values($this->of($client_id, array_column($claims, 0))), array_column($claims, 1));
    }

    /**
     * One look at the client and the settings, however many there are.
     *
     * @template K of array-key
     * @param array<K, Subscription> $subscriptions of a client
     * @return array<K, Subscription> the same, each item with its tax of today, also of what is planned
     */
    public function of(int $client_id, array $subscriptions): array
    {
        $items = array_merge(...array_map(static fn (Subscription $one): array => [...$one->items, ...($one->planned->items ?? [])], array_values($subscriptions)));
        if (array_filter($items, static fn (SubscriptionItem $item): bool => $item->tax === null) === []) {
            return $subscriptions;
        }
        // What is proposed for a line knows no money.
        $lines = array_map(static fn (SubscriptionItem $item): InvoiceLine => $item->line(), $items);
        $proposals = $this->taxes->of(new InvoiceTerms($client_id, null, Currency::of('EUR'), TaxMode::Exclusive, '', $lines));
        $first = 0;
        foreach ($subscriptions as $key => $subscription) {
            $taxed = self::taxed($subscription->items, array_slice($proposals, $first));
            $first += count($taxed);
            $planned = $subscription->planned?->with_items(self::taxed($subscription->planned->items, array_slice($proposals, $first)));
            $first += count($planned->items ?? []);
            $subscriptions[$key] = $subscription->with(['items' => $taxed, 'planned' => $planned]);
        }

        return $subscriptions;
    }

    /**
     * @param non-empty-list<SubscriptionItem> $items
     * @param list<TaxProposal> $proposals of the same items, first of all
     * @return non-empty-list<SubscriptionItem>
     */
    private static function taxed(array $items, array $proposals): array
    {
        return array_map(static fn (SubscriptionItem $item, int $i): SubscriptionItem => $item->tax !== null ? $item : $item->with_tax($proposals[$i]->tax), $items, array_keys($items));
    }
}
