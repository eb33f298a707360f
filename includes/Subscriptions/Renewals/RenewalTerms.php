<?php

declare(strict_types=1);

namespace Counterfoil\Subscriptions\Renewals;

use Closure;
use Counterfoil\Business\Business;
use Counterfoil\Clients\Client;
use Counterfoil\Clients\ClientRepository;
use Counterfoil\Documents\DocumentKind;
use Counterfoil\Invoices\InvoiceLine;
use Counterfoil\Invoices\InvoiceTerms;
use Counterfoil\Invoices\Invoicing\Invoicing;
use Counterfoil\Products\PlanRepository;
use Counterfoil\Products\PlanType;
use Counterfoil\Shared\Calendar;
use Counterfoil\Shared\DomainError;
use Counterfoil\Shared\Languages;
use Counterfoil\Shared\Viewer;
use Counterfoil\Subscriptions\Periods\PeriodLines;
use Counterfoil\Subscriptions\Settings\RenewalSettings;
use Counterfoil\Subscriptions\Subscription;
use Counterfoil\Subscriptions\SubscriptionRepository;
use LogicException;

/** What the bill of some periods says. */
final readonly class RenewalTerms
{
    /**
     * @param Closure(): Calendar $calendar
     * @param Closure(): Invoicing $invoicing
     * @param Closure(): Business $business
     */
    public function __construct(
        private SubscriptionRepository $subscriptions,
        private ClientRepository $clients,
        private PlanRepository $plans,
        private ItemTaxes $taxes,
        private RenewalSettings $settings,
        private Closure $calendar,
        private Closure $invoicing,
        private Closure $business,
    ) {
    }

    /** @throws DomainError 404 when its client is gone */
    public function of(Renewal $renewal): InvoiceTerms
    {
        return $this->of_taxed($renewal, $this->claims($renewal));
    }

    /** @param non-empty-list<array{Subscription, ClaimedPeriod}> $claims each item with its tax of today */
    private function of_taxed(Renewal $renewal, array $claims): InvoiceTerms
    {
        $terms = $this->of_claims($renewal->client_id, $claims);
        // What takes the place of credited days belongs to their credit note, and of nothing no pro-forma would ever be paid.
        $kind = $terms->totals()->total === 0 || $renewal->is_instead ? DocumentKind::Invoice : $this->settings->get()->billed_by->kind();

        return $kind === null ? $terms : $terms->of_kind($kind);
    }

    /**
     * Of many at once; one of which nothing can be said now is left out.
     *
     * @param list<Renewal> $renewals
     * @return array<int, InvoiceTerms> by renewal
     */
    public function of_many(array $renewals): array
    {
        $claims = $this->subscriptions->as_claimed(array_merge(...array_map(static fn (Renewal $renewal): array => $renewal->periods, $renewals)));
        $terms = [];
        $first = 0;
        foreach ($renewals as $renewal) {
            $of_renewal = $this->taxes->of_claims($renewal->client_id, array_slice($claims, $first, count($renewal->periods)));
            $first += count($renewal->periods);
            try {
                $terms[$renewal->id] = $of_renewal === [] ? throw DomainError::not_found() : $this->of_taxed($renewal, $of_renewal);
            } catch (DomainError) {
                // Whoever bills it alone says why.
            }
        }

        return $terms;
    }

    /** @return non-empty-list<array{Subscription, ClaimedPeriod}> each item with its tax of today */
    private function claims(Renewal $renewal): array
    {
        $claims = $this->taxes->of_claims($renewal->client_id, $this->subscriptions->as_claimed($renewal->periods));

        return $claims === [] ? throw new LogicException("Renewal {$renewal->id} has no period.") : $claims;
    }

    /** @param non-empty-list<array{Subscription, ClaimedPeriod}> $claims */
    private function of_claims(int $client_id, array $claims): InvoiceTerms
    {
        $client = $this->clients->get($client_id, Viewer::system());
        $lines = Languages::in($this->language($client), static fn (): array => array_merge(...array_map(
            static fn (array $claim): array => PeriodLines::of($claim[0], $claim[1]->period, $claim[1]->is_first, $claim[1]->with_coupon),
            $claims
        )));
        $websites = array_values(array_unique(array_map(static fn (array $claim): ?int => $claim[0]->website_id, $claims)));

        return new InvoiceTerms(
            $client_id,
            count($websites) === 1 ? $websites[0] : null,
            $claims[0][0]->currency,
            $claims[0][0]->tax_mode,
            // Billed ahead, nobody has to pay before its first day: that is when a method is charged.
            max(Calendar::add_days(($this->calendar)()->today(), ($this->invoicing)()->due_days), $claims[0][1]->period->from),
            $this->with_plans_there_are($lines, $claims[0][0])
        );
    }

    /**
     * A plan that was deleted or is in another currency by now is nothing to refuse the bill for: its words and price are the
     * subscription's own. A part of a period of what a plan sells once is no purchase of it.
     *
     * @param list<InvoiceLine> $lines
     * @return list<InvoiceLine>
     */
    private function with_plans_there_are(array $lines, Subscription $subscription): array
    {
        $plans = $this->plans->by_ids(array_values(array_filter(array_map(static fn (InvoiceLine $line): ?int => $line->plan_id, $lines))));

        return array_map(static function (InvoiceLine $line) use ($plans, $subscription): InvoiceLine {
            $plan = $plans[$line->plan_id ?? 0] ?? null;
            $is_good = $plan?->price->currency->equals($subscription->currency) === true && ($line->interval_unit !== null || $plan->type === PlanType::Recurring);

            return $is_good ? $line : new InvoiceLine(...['plan_id' => null] + get_object_vars($line));
        }, $lines);
    }

    private function language(Client $client): string
    {
        return $client->locale !== '' ? $client->locale : ($this->business)()->locale;
    }
}
