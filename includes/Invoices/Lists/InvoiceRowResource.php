<?php

declare(strict_types=1);

namespace Counterfoil\Invoices\Lists;

use Closure;
use Counterfoil\Clients\ClientRepository;
use Counterfoil\Clients\ContactRepository;
use Counterfoil\Invoices\BankTransfers;
use Counterfoil\Invoices\Invoice;
use Counterfoil\Invoices\InvoiceLinks;
use Counterfoil\Shared\Clock\Timestamps;
use Counterfoil\Shared\Viewer;
use Counterfoil\Websites\WebsiteRepository;

/** Invoices as rows of a list (the contract's invoiceRow): five queries, however many there are. */
final readonly class InvoiceRowResource
{
    /**
     * @param Closure(): string $today in the business's time zone
     * @param Closure(): BankTransfers $transfers
     */
    public function __construct(
        private ClientRepository $clients,
        private ContactRepository $contacts,
        private WebsiteRepository $websites,
        private InvoiceLinks $links,
        private Closure $today,
        private Closure $transfers,
    ) {
    }

    /**
     * @param list<Invoice> $invoices
     * @param list<int> $disputed which of them are
     * @param array<int, string|null> $on_their_way those whose payment is, as InvoicesQuery::page() has them
     * @return list<array<string, mixed>>
     */
    public function to_wire(array $invoices, array $disputed, array $on_their_way): array
    {
        $client_ids = array_values(array_unique(array_map(static fn (Invoice $invoice): int => $invoice->client_id, $invoices)));
        $clients = $this->clients->by_ids($client_ids, Viewer::system());
        $contacts = $this->contacts->of_clients($client_ids, Viewer::system());
        $websites = $this->websites->by_ids(array_values(array_filter(array_map(static fn (Invoice $invoice): ?int => $invoice->website_id, $invoices))), Viewer::system());
        $links = $this->links->of_all($invoices);
        $today = ($this->today)();
        $announced = ($this->transfers)()->announced($invoices);

        return array_map(static fn (Invoice $invoice): array => [
            'id' => $invoice->id,
            'number' => $invoice->number,
            'kind' => $invoice->kind->value,
            'client' => [
                'id' => $invoice->client_id,
                'name' => ($clients[$invoice->client_id] ?? null)->name ?? '',
                'contact' => ($contacts[$invoice->client_id][0] ?? null)->name ?? '',
            ],
            'website' => ($websites[$invoice->website_id ?? 0] ?? null)->name ?? '',
            'state' => $invoice->state($today)->value,
            'on_its_way' => array_key_exists($invoice->id, $on_their_way) ? ['expected_on' => $on_their_way[$invoice->id]] : null,
            'transfer_announced_on' => $announced[$invoice->id] ?? null,
            'days_overdue' => $invoice->days_overdue($today),
            'is_disputed' => in_array($invoice->id, $disputed, true),
            'total' => $invoice->total()->to_wire(),
            'due' => $invoice->due()->to_wire(),
            'issue_date' => $invoice->issue_date,
            'due_date' => $invoice->due_date,
            'portal_url' => $links[$invoice->id],
            'created_at' => Timestamps::to_wire($invoice->created_at),
        ], $invoices);
    }
}
