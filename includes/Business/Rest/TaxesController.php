<?php

declare(strict_types=1);

namespace Counterfoil\Business\Rest;

use Counterfoil\Business\BusinessRepository;
use Counterfoil\Business\TaxRate;
use Counterfoil\Business\TaxRateRepository;
use Counterfoil\Business\UpdateTaxes;
use Counterfoil\Shared\Rest\Request;
use Counterfoil\Shared\VatId;

final readonly class TaxesController
{
    public function __construct(private BusinessRepository $businesses, private TaxRateRepository $rates, private UpdateTaxes $update)
    {
    }

    /** @return array<string, mixed> */
    public function get(): array
    {
        $business = $this->businesses->get();
        $rates = $this->rates->all();
        $usual = array_search($this->rates->usual()?->id, array_map(static fn (TaxRate $rate): int => $rate->id, $rates), true);

        return ['vat_id' => $business->vat_id(), 'country' => $business->address->country] + $business->legal->to_array()
            + ['rates' => array_map(static fn (TaxRate $rate): array => $rate->to_array(), $rates), 'default_rate' => $usual === false ? null : $usual];
    }

    /** @return array<string, mixed> */
    public function update(Request $request): array
    {
        $this->update->handle($request->body, $request->viewer->actor);

        return $this->get();
    }

    /** @return array{vat_id: string, problem: string|null} */
    public function check_vat_id(Request $request): array
    {
        $vat_id = VatId::normal($request->body['vat_id'], $request->body['country']);

        return ['vat_id' => $vat_id, 'problem' => VatId::problem($vat_id)];
    }
}
