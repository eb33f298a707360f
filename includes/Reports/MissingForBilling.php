<?php

declare(strict_types=1);

namespace Counterfoil\Reports;

use Counterfoil\Business\Business;
use Counterfoil\Payments\Gateway\GatewaySetUp;
use Counterfoil\Portals\Portal;
use Counterfoil\Portals\PortalUrls;

/** What a client would miss of an invoice that is sent now: said before it goes out, each with the screen that mends it. */
final readonly class MissingForBilling
{
    public function __construct(private PortalUrls $urls)
    {
    }

    /** @return list<array{id: string, sentence: string, screen: string}> empty when nothing is missing */
    public function of(Business $business, Portal $portal, ?GatewaySetUp $gateway): array
    {
        $address = $business->address;
        $checks = [
            ['name', $business->name !== '', __('Your invoices don’t show a business name.', 'counterfoil'), '/settings/business'],
            ['address', $address->line1 !== '' && $address->city !== '', __('Your invoices don’t show a business address.', 'counterfoil'), '/settings/business'],
            ['tax_id', $business->tax_id !== '' || $business->legal->vat_id !== '', __('Your invoices don’t show a tax ID.', 'counterfoil'), '/settings/business'],
            ['payments', $gateway === null || $gateway->is_connected(), __('Clients can’t pay online because no payment gateway is connected.', 'counterfoil'), '/settings/payments'],
            ['pages', $this->urls->has_pages($portal), __('Clients can’t view the invoice online because the portal has no pages.', 'counterfoil'), '/settings/portal'],
        ];

        return array_values(array_map(
            static fn (array $check): array => ['id' => $check[0], 'sentence' => $check[2], 'screen' => $check[3]],
            array_filter($checks, static fn (array $check): bool => ! $check[1])
        ));
    }
}
