<?php

declare(strict_types=1);

namespace Counterfoil\Reminders\LateFees;

use Counterfoil\Activity\EventWords;
use Counterfoil\Business\BusinessModule;
use Counterfoil\Clients\ClientsModule;
use Counterfoil\Invoices\Drafts\DraftsModule;
use Counterfoil\Invoices\InvoicesModule;
use Counterfoil\Invoices\Invoicing\InvoicingModule;
use Counterfoil\Payments\PaymentsModule;
use Counterfoil\Reminders\LateFees\Rest\LateFeesController;
use Counterfoil\Shared\Module;
use Counterfoil\Shared\Rest\Request;
use Counterfoil\Shared\Rest\Routes;

/** What is asked of those who pay late: proposed to the agency, never booked by itself. */
final class LateFeesModule extends Module
{
    public function tables(): array
    {
        return [LateFeesTable::class];
    }

    public function sentences(): array
    {
        return [
            /* translators: 1: amount of money, 2: invoice number */
            'invoice.late_fee_added' => static fn (EventWords $words): string => sprintf(__('Late fee of %1$s for invoice %2$s added to a draft', 'counterfoil'), $words->money(), $words->text('number')),
            'client.late_fees_on' => static fn (): string => __('Late fees turned on', 'counterfoil'),
            'client.late_fees_off' => static fn (): string => __('Late fees turned off', 'counterfoil'),
            'settings.late_fees_updated' => static fn (): string => __('Late fee settings changed', 'counterfoil'),
        ];
    }

    public function routes(Routes $routes): void
    {
        $routes->bind('late-fees.get', fn (): array => $this->controller()->get());
        $routes->bind('late-fees.update', fn (Request $request): array => $this->controller()->update($request));
        $routes->bind('late-fees.of-client', fn (Request $request): array => $this->controller()->of_client($request));
        $routes->bind('late-fees.change', fn (Request $request): array => $this->controller()->change($request));
        $routes->bind('late-fees.of-invoice', fn (Request $request): array => $this->controller()->of_invoice($request));
        $routes->bind('late-fees.add', fn (Request $request): array => $this->controller()->add($request));
    }

    public function late_fees(): LateFeesOfInvoice
    {
        return new LateFeesOfInvoice(
            $this->terms(),
            $this->fees(),
            $this->plugin->module(InvoicesModule::class)->invoices(),
            $this->plugin->module(PaymentsModule::class)->under_way(),
            $this->plugin->module(InvoicesModule::class)->today(...),
        );
    }

    private function controller(): LateFeesController
    {
        $invoices = $this->plugin->module(InvoicesModule::class);
        $clients = $this->plugin->module(ClientsModule::class)->clients();
        $changes = $this->plugin->changes();

        return new LateFeesController(
            $this->terms(),
            new UpdateLateFees($changes, $this->terms()),
            $this->fees(),
            new ChangeLateFees($changes, $this->fees(), $clients),
            $clients,
            $invoices->invoices(),
            $this->late_fees(),
            new AddLateFee(
                $changes,
                $this->late_fees(),
                $this->fees(),
                $invoices->invoices(),
                $this->plugin->module(DraftsModule::class)->create(),
                $this->plugin->module(DraftsModule::class)->update(),
                $clients,
                $this->plugin->module(BusinessModule::class)->tax_rates(),
                $this->plugin->module(BusinessModule::class)->business(...),
                $this->plugin->module(InvoicingModule::class)->invoicing(...),
                $invoices->today(...),
            ),
        );
    }

    private function terms(): LateFeeTermsRepository
    {
        return new LateFeeTermsRepository($this->plugin->settings());
    }

    private function fees(): LateFeeRepository
    {
        return new LateFeeRepository($this->plugin->database(), $this->plugin->clock());
    }
}
