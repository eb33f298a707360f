<?php

declare(strict_types=1);

namespace Counterfoil\Reports;

use Counterfoil\Business\Business;
use Counterfoil\Business\TaxRateRepository;
use Counterfoil\Business\TaxStatus;
use Counterfoil\Clients\ClientRepository;
use Counterfoil\Invoices\InvoiceRepository;
use Counterfoil\Payments\Gateway\GatewaySetUp;
use Counterfoil\Portals\Portal;
use Counterfoil\Shared\Database\Database;

/** What is left to do before the first bill can be paid. */
final readonly class SetUpChecklist
{
    public function __construct(private Database $database, private ClientRepository $clients, private InvoiceRepository $invoices, private TaxRateRepository $rates)
    {
    }

    /** @return list<array{id: string, done: bool, title: string, screen: string}> empty when all is done */
    public function steps(Business $business, Portal $portal, ?GatewaySetUp $gateway): array
    {
        $address = $business->address;
        $has_issued = $this->invoices->has_issued();
        $steps = [
            ['business', $business->name !== '' && $business->email !== '' && $address->line1 !== '' && $address->city !== '', __('Complete your business profile', 'counterfoil'), '/settings/business'],
            ['logo', $portal->logo_id !== null, __('Add your logo', 'counterfoil'), '/settings/business'],
            ['taxes', $business->legal->tax_status !== TaxStatus::Active || $this->rates->usual() !== null, __('Set your VAT status and default tax rate', 'counterfoil'), '/settings/taxes'],
            ...($gateway === null ? [] : [['payments', $gateway->is_connected(), $gateway->first_step(), '/settings/payments']]),
            ['pages', $this->is_published($portal->login_page_id) && $this->is_published($portal->portal_page_id), __('Create portal pages', 'counterfoil'), '/settings/portal'],
            ['product', $this->has_any('products'), __('Create your first product', 'counterfoil'), '/products'],
            // An invoice is somebody's.
            ['client', $has_issued || $this->clients->is_there_any(), __('Create your first client', 'counterfoil'), '/clients'],
            ['invoice', $has_issued, __('Send your first invoice', 'counterfoil'), '/invoices/new'],
        ];

        return array_column($steps, 1) === array_fill(0, count($steps), true)
            ? []
            : array_map(static fn (array $step): array => ['id' => $step[0], 'done' => $step[1], 'title' => $step[2], 'screen' => $step[3]], $steps);
    }

    private function is_published(?int $page_id): bool
    {
        return $page_id !== null && get_post_status($page_id) === 'publish';
    }

    private function has_any(string $table): bool
    {
        return $this->database->value("SELECT id FROM {$this->database->table($table)} LIMIT 1") !== null;
    }
}
