<?php

declare(strict_types=1);

namespace Counterfoil\Invoices\Lists;

use Counterfoil\Business\BusinessModule;
use Counterfoil\Clients\ClientsModule;
use Counterfoil\Invoices\BankTransfers;
use Counterfoil\Invoices\InvoicesModule;
use Counterfoil\Invoices\Lists\Rest\InvoiceListController;
use Counterfoil\Invoices\PaymentFailures;
use Counterfoil\Portals\PortalsModule;
use Counterfoil\Products\ProductsModule;
use Counterfoil\Shared\Module;
use Counterfoil\Shared\Rest\CsvFile;
use Counterfoil\Shared\Rest\Cursor;
use Counterfoil\Shared\Rest\Request;
use Counterfoil\Shared\Rest\Routes;
use Counterfoil\Shared\Viewer;
use Counterfoil\Websites\WebsiteRepository;
use Counterfoil\Websites\WebsitesModule;

/** Invoices in lists: found, counted, summed, exported. */
final class ListsModule extends Module
{
    private ?InvoiceRowResource $row_resource = null;

    public function routes(Routes $routes): void
    {
        $routes->bind('invoices.list', fn (Request $request): array => $this->controller()->list($request));
        $routes->bind('invoices.summary', fn (Request $request): array => $this->controller()->summary($request));
        $routes->bind('invoices.export', fn (Request $request): CsvFile => $this->controller()->export($request));
        $routes->bind('clients.purchases', $this->purchases_of(...));
    }

    public function overview(): array
    {
        return [fn (Viewer $viewer): array => (new InvoicesOnOverview(new DueQuery($this->plugin->database()), $this->tallies(), $this->currency(...)))->parts($viewer, $this->plugin->module(InvoicesModule::class)->today())];
    }

    public function query(): InvoicesQuery
    {
        return new InvoicesQuery($this->plugin->database(), $this->conditions(), $this->plugin->module(ClientsModule::class)->names_in_lists(), $this->plugin->module(PortalsModule::class)->pages_in_lists(), $this->payments());
    }

    public function purchases(): PurchasesQuery
    {
        return new PurchasesQuery(
            $this->plugin->database(),
            $this->plugin->module(InvoicesModule::class)->invoices(),
            $this->plugin->module(ProductsModule::class)->plans(),
            $this->plugin->module(WebsitesModule::class)->websites(),
        );
    }

    public function tallies(): InvoiceTallies
    {
        return new InvoiceTallies($this->plugin->database(), $this->conditions(), $this->currency(...));
    }

    /** What clients still have to pay. */
    public function due(): DueInvoicesQuery
    {
        return new DueInvoicesQuery($this->plugin->database(), $this->plugin->module(InvoicesModule::class)->invoices(), $this->tallies());
    }

    public function row_resource(): InvoiceRowResource
    {
        return $this->row_resource ??= new InvoiceRowResource(
            $this->plugin->module(InvoicesModule::class)->links(),
            fn (): WebsiteRepository => $this->plugin->module(WebsitesModule::class)->websites(),
            fn (): BankTransfers => $this->plugin->provided(BankTransfers::class),
            $this->payments(),
        );
    }

    /** @return array<string, mixed> */
    private function purchases_of(Request $request): array
    {
        $client = $this->plugin->module(ClientsModule::class)->clients()->get($request->id(), $request->viewer);
        $name = PurchasesQuery::order()->name("purchases:{$client->id}");
        ['purchases' => $purchases, 'next' => $next] = $this->purchases()->page($client->id, $request->viewer, $request->per_page(), $request->after($name));

        $today = $this->plugin->module(InvoicesModule::class)->today();

        return ['items' => array_map(static fn (Purchase $one): array => $one->to_wire($today), $purchases), 'next_cursor' => Cursor::next($name, $next)];
    }

    private function currency(): string
    {
        return $this->plugin->module(BusinessModule::class)->business()->currency->code;
    }

    private function conditions(): InvoiceConditions
    {
        return new InvoiceConditions($this->plugin->database(), fn (): PaymentFailures => $this->plugin->provided(PaymentFailures::class));
    }

    private function controller(): InvoiceListController
    {
        return new InvoiceListController(
            $this->query(),
            $this->row_resource(),
            $this->tallies(...),
            fn (): InvoiceExport => new InvoiceExport($this->query(), $this->row_resource(), $this->plugin->module(ClientsModule::class)->clients()),
            $this->plugin->module(InvoicesModule::class)->today(...),
        );
    }

    private function payments(): PaymentsInLists
    {
        return $this->plugin->provided(PaymentsInLists::class);
    }
}
