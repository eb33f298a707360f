<?php

declare(strict_types=1);

namespace Counterfoil\Invoices\Lists;

use Closure;
use Counterfoil\Invoices\BankTransfers;
use Counterfoil\Invoices\InvoiceLinks;
use Counterfoil\Invoices\InvoiceState;
use Counterfoil\Shared\Calendar;
use Counterfoil\Shared\Clock\Timestamps;
use Counterfoil\Shared\Viewer;
use Counterfoil\Websites\WebsiteRepository;

/** Invoices as rows of a list (the contract's invoiceRow). What hardly any of them has is only asked for where one has it. */
final readonly class InvoiceRowResource
{
    /**
     * @param Closure(): WebsiteRepository $websites
     * @param Closure(): BankTransfers $transfers
     */
    public function __construct(private InvoiceLinks $links, private Closure $websites, private Closure $transfers, private PaymentsInLists $payments)
    {
    }

    /**
     * @param list<InvoiceRow> $invoices
     * @param string $today in the business's time zone, as they were read
     * @return list<array<string, mixed>>
     */
    public function to_wire(array $invoices, string $today): array
    {
        $websites = $this->names_of_websites($invoices);
        $links = $this->links->on_pages(array_column(array_filter($invoices, static fn (InvoiceRow $invoice): bool => ! $invoice->is_draft()), 'portal_page_id', 'id'));
        $due = array_filter(array_column($invoices, 'due', 'id'), static fn (int $due): bool => $due > 0);
        $announced = $due === [] ? [] : ($this->transfers)()->announced($due);
        $under_way = array_column(array_filter($invoices, static fn (InvoiceRow $invoice): bool => $invoice->is_under_way), 'id');
        $expected = $under_way === [] ? [] : $this->payments->expected_on($under_way);

        $disputed = in_array(true, array_column($invoices, 'is_any_disputed'), true) ? $this->payments->disputed(array_column($invoices, 'id')) : [];

        return array_map(static fn (InvoiceRow $invoice): array => [
            'id' => $invoice->id,
            'number' => $invoice->number,
            'kind' => $invoice->kind,
            'client' => ['id' => $invoice->client_id, 'name' => $invoice->client, 'contact' => $invoice->contact],
            'website' => $websites[$invoice->website_id ?? 0] ?? '',
            'state' => $invoice->state->value,
            'on_its_way' => array_key_exists($invoice->id, $expected) ? ['expected_on' => $expected[$invoice->id]] : null,
            'transfer_announced_on' => $announced[$invoice->id] ?? null,
            'days_overdue' => $invoice->state === InvoiceState::Overdue ? Calendar::days_between($invoice->due_date, $today) : 0,
            'is_disputed' => in_array($invoice->id, $disputed, true),
            'total' => ['amount' => $invoice->total, 'currency' => $invoice->currency],
            'due' => ['amount' => $invoice->is_draft() ? $invoice->total : $invoice->due, 'currency' => $invoice->currency],
            'issue_date' => $invoice->issue_date,
            'due_date' => $invoice->due_date,
            'portal_url' => $links[$invoice->id] ?? null,
            'created_at' => Timestamps::row_to_wire($invoice->created_at),
        ], $invoices);
    }

    /**
     * @param list<InvoiceRow> $invoices
     * @return array<int, string> by id
     */
    private function names_of_websites(array $invoices): array
    {
        $ids = array_values(array_filter(array_column($invoices, 'website_id')));

        return $ids === [] ? [] : array_column(($this->websites)()->by_ids($ids, Viewer::system()), 'name', 'id');
    }
}
