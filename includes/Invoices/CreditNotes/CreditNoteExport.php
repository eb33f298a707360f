<?php

declare(strict_types=1);

namespace Counterfoil\Invoices\CreditNotes;

use Counterfoil\Shared\Database\Keyset;
use Counterfoil\Shared\Money\Money;
use Counterfoil\Shared\Rest\CsvFile;
use Counterfoil\Shared\Viewer;

/** Credit notes as a table for spreadsheets: a row each, days as 2026-03-31, amounts in the currency's major unit. */
final readonly class CreditNoteExport
{
    public function __construct(private CreditNotesQuery $query, private CreditNoteResource $resource)
    {
    }

    /** @param string $today in the business's time zone, "2026-03-31" */
    public function handle(CreditNoteFilter $filter, Viewer $viewer, Keyset $order, string $today): CsvFile
    {
        return new CsvFile(
            /* translators: %s: date as 2026-03-31 */
            sprintf(__('Credit notes %s', 'counterfoil'), $today),
            [
                __('Number', 'counterfoil'),
                __('Client', 'counterfoil'),
                __('Invoice', 'counterfoil'),
                __('Issue date', 'counterfoil'),
                __('Reason', 'counterfoil'),
                __('Currency', 'counterfoil'),
                __('Net', 'counterfoil'),
                __('Tax', 'counterfoil'),
                __('Total', 'counterfoil'),
                __('Reduced the amount due', 'counterfoil'),
                __('Refunded', 'counterfoil'),
                __('Added to the credit balance', 'counterfoil'),
            ],
            fn (): iterable => $this->cells($filter, $viewer, $order)
        );
    }

    /** @return iterable<list<string|Money>> */
    private function cells(CreditNoteFilter $filter, Viewer $viewer, Keyset $order): iterable
    {
        foreach ($this->query->chunks($filter, $viewer, $order) as $notes) {
            $rows = $this->resource->rows($notes);
            foreach ($notes as $i => $note) {
                $row = $rows[$i];
                $money = static fn (int $amount): Money => new Money($amount, $note->currency);
                yield [
                    $note->number,
                    $row['client']['name'],
                    $row['invoice']['number'],
                    $note->issue_date,
                    $note->reason,
                    $note->currency->code,
                    $money($note->totals->net),
                    $money($note->totals->tax),
                    $note->total(),
                    $money($note->from_due),
                    $money($note->to_refund()),
                    $money($note->surplus - $note->to_refund()),
                ];
            }
        }
    }
}
