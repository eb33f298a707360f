<?php

declare(strict_types=1);

namespace Counterfoil\Invoices\Lists;

use Counterfoil\Clients\ClientRepository;
use Counterfoil\Documents\DocumentKind;
use Counterfoil\Invoices\InvoiceState;
use Counterfoil\Shared\Database\Keyset;
use Counterfoil\Shared\Money\Money;
use Counterfoil\Shared\Rest\CsvFile;
use Counterfoil\Shared\Viewer;

/** Invoices as a table for spreadsheets: a row each, days as 2026-03-31, amounts in the currency's major unit. */
final readonly class InvoiceExport
{
    public function __construct(private InvoicesQuery $query, private InvoiceRowResource $rows, private ClientRepository $clients)
    {
    }

    public function handle(InvoiceFilter $filter, Viewer $viewer, Keyset $order): CsvFile
    {
        return new CsvFile(
            /* translators: %s: date as 2026-03-31 */
            sprintf(__('Invoices %s', 'counterfoil'), $filter->today),
            [
                __('Number', 'counterfoil'),
                __('Document', 'counterfoil'),
                __('Client', 'counterfoil'),
                __('Contact', 'counterfoil'),
                __('Website', 'counterfoil'),
                __('Status', 'counterfoil'),
                __('Issue date', 'counterfoil'),
                __('Due date', 'counterfoil'),
                __('Currency', 'counterfoil'),
                __('Total', 'counterfoil'),
                __('Outstanding', 'counterfoil'),
                __('Buyer reference', 'counterfoil'),
                __('Purchase order', 'counterfoil'),
                __('Supplied from', 'counterfoil'),
                __('Supplied until', 'counterfoil'),
            ],
            fn (): iterable => $this->cells($filter, $viewer, $order)
        );
    }

    /** @return iterable<list<string|Money>> */
    private function cells(InvoiceFilter $filter, Viewer $viewer, Keyset $order): iterable
    {
        foreach ($this->query->chunks($filter, $viewer, $order) as $invoices) {
            $clients = $this->clients->by_ids(array_map(static fn (InvoiceRow $invoice): int => $invoice->client_id, $invoices), Viewer::system());
            foreach ($this->rows->to_wire($invoices, $filter->today) as $i => $row) {
                $invoice = $invoices[$i];
                yield [
                    (string) $row['number'],
                    $row['kind'] === DocumentKind::ProForma->value ? __('Pro forma invoice', 'counterfoil') : __('Invoice', 'counterfoil'),
                    $row['client']['name'],
                    $row['client']['contact'],
                    $row['website'],
                    InvoiceState::from($row['state'])->label(),
                    (string) $row['issue_date'],
                    $row['due_date'],
                    $row['total']['currency'],
                    Money::from_wire($row['total']),
                    $row['state'] === 'draft' ? '' : Money::from_wire($row['due']),
                    $invoice->buyer_reference !== '' ? $invoice->buyer_reference : ($clients[$invoice->client_id] ?? null)->profile->reference ?? '',
                    $invoice->purchase_order,
                    (string) $invoice->supply_from,
                    (string) $invoice->supply_to,
                ];
            }
        }
    }
}
