<?php

declare(strict_types=1);

namespace Counterfoil\Invoices\Drafts;

use Closure;
use Counterfoil\Business\Business;
use Counterfoil\Business\TaxRateRepository;
use Counterfoil\Clients\ClientRepository;
use Counterfoil\Clients\VatCheckRepository;
use Counterfoil\Invoices\InvoiceLine;
use Counterfoil\Invoices\InvoiceTerms;
use Counterfoil\Invoices\Tax;
use Counterfoil\Products\PlanRepository;
use Counterfoil\Shared\Viewer;

/** What is proposed for each line of what is being typed: the rate of its plan, else the usual one, as far as the client allows. */
final readonly class LineTaxes
{
    /**
     * @param Closure(): Business $business
     */
    public function __construct(
        private ClientRepository $clients,
        private VatCheckRepository $vat_checks,
        private PlanRepository $plans,
        private TaxRateRepository $rates,
        private Closure $business,
    ) {
    }

    /** @return list<TaxProposal> one for each line, in their order */
    public function of(InvoiceTerms $terms): array
    {
        $buyer = $terms->client_id === null ? null : $this->clients->find($terms->client_id, Viewer::system());
        $propose = new ProposeTax(($this->business)(), determine_locale());
        $plans = $this->plans->by_ids(array_values(array_unique(array_filter(array_map(static fn (InvoiceLine $line): ?int => $line->plan_id, $terms->lines)))));
        $usual = Tax::of_rate($this->rates->usual());
        $register = $buyer === null ? null : $this->vat_checks->latest($buyer)?->state;
        $proposals = [];

        return array_map(function (InvoiceLine $line) use ($propose, $plans, $usual, $buyer, $register, &$proposals): TaxProposal {
            $rate_id = $plans[$line->plan_id]->tax_rate_id ?? null;

            return $proposals[$rate_id ?? 0] ??= $propose->of($buyer, $this->of_rate($rate_id) ?? $usual, $register);
        }, $terms->lines);
    }

    private function of_rate(?int $id): ?Tax
    {
        return $id === null ? null : Tax::of_rate($this->rates->find($id));
    }
}
