<?php

declare(strict_types=1);

namespace Counterfoil\Payments\Received;

use Counterfoil\Business\BusinessModule;
use Counterfoil\Clients\ClientsModule;
use Counterfoil\Invoices\InvoicesModule;
use Counterfoil\Invoices\Lists\ListsModule;
use Counterfoil\Payments\Credit\CreditModule;
use Counterfoil\Payments\MoneyToLookAt;
use Counterfoil\Payments\Numbers\ReceiptNumbersModule;
use Counterfoil\Payments\PaymentsModule;
use Counterfoil\Payments\Received\Rest\PaymentListController;
use Counterfoil\Payments\Webhooks\WebhooksModule;
use Counterfoil\Shared\Module;
use Counterfoil\Shared\Rest\CsvFile;
use Counterfoil\Shared\Rest\Request;
use Counterfoil\Shared\Rest\Routes;
use Counterfoil\Shared\Viewer;

/** What the agency sees of all that came: the list of payments, its sums and its file, and what of it to look at. */
final class ReceivedModule extends Module
{
    public function routes(Routes $routes): void
    {
        $routes->bind('payments.list', fn (Request $request): array => $this->list_controller()->list($request));
        $routes->bind('payments.summary', fn (Request $request): array => $this->list_controller()->summary($request));
        $routes->bind('payments.export', fn (Request $request): CsvFile => $this->list_controller()->export($request));
    }

    public function overview(): array
    {
        return [fn (Viewer $viewer): array => (new PaymentsOnOverview($this->received(), $this->to_look_at(), fn (): string => $this->plugin->module(BusinessModule::class)->business()->currency->code))->parts($viewer, $this->plugin->module(InvoicesModule::class)->today())];
    }

    public function received(): ReceivedQuery
    {
        $business = $this->plugin->module(BusinessModule::class);

        return new ReceivedQuery($this->plugin->database(), $this->payments()->allocations(), $this->payments()->received_days(), $business->calendar(...), $business->business(...), $this->plugin->module(ListsModule::class)->query(...));
    }

    public function row_resource(): PaymentRowResource
    {
        return new PaymentRowResource($this->plugin->module(ClientsModule::class)->clients(), $this->plugin->module(ListsModule::class)->query(), $this->plugin->module(CreditModule::class)->uses(), $this->plugin->module(BusinessModule::class)->calendar(...), $this->plugin->module(ReceiptNumbersModule::class)->numbers());
    }

    public function to_look_at(): MoneyToLookAt
    {
        return new MoneyToLookAt(
            $this->plugin->database(),
            $this->payments()->payments(),
            $this->plugin->module(WebhooksModule::class)->disputes(),
            $this->payments()->registry(),
            $this->plugin->module(InvoicesModule::class)->invoices(),
            $this->plugin->module(ClientsModule::class)->clients(),
            $this->plugin->module(BusinessModule::class)->calendar(...),
        );
    }

    private function list_controller(): PaymentListController
    {
        return new PaymentListController($this->received(), $this->row_resource(), new PaymentExport($this->received(), $this->row_resource()), $this->plugin->module(InvoicesModule::class)->today(...));
    }

    private function payments(): PaymentsModule
    {
        return $this->plugin->module(PaymentsModule::class);
    }
}
