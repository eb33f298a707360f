<?php

declare(strict_types=1);

namespace Counterfoil\Payments\Received;

use Counterfoil\Shared\Database\Keyset;
use Counterfoil\Shared\Money\Money;
use Counterfoil\Shared\Rest\CsvFile;
use Counterfoil\Shared\Viewer;

/** Payments that came, as a table for spreadsheets: a row each, days as 2026-03-31, amounts in the currency's major unit. */
final readonly class PaymentExport
{
    public function __construct(private ReceivedQuery $received, private PaymentRowResource $rows)
    {
    }

    /** @param string $today in the business's time zone, "2026-03-31" */
    public function handle(PaymentFilter $filter, Viewer $viewer, Keyset $order, string $today): CsvFile
    {
        return new CsvFile(
            /* translators: %s: date as 2026-03-31 */
            sprintf(__('Payments %s', 'counterfoil'), $today),
            [
                __('Receipt number', 'counterfoil'),
                __('Received on', 'counterfoil'),
                __('Client', 'counterfoil'),
                __('Invoices', 'counterfoil'),
                __('Payment method', 'counterfoil'),
                __('Reference', 'counterfoil'),
                __('Currency', 'counterfoil'),
                __('Received', 'counterfoil'),
                __('Refunded', 'counterfoil'),
                __('Net', 'counterfoil'),
            ],
            fn (): iterable => $this->cells($filter, $viewer, $order)
        );
    }

    /** @return iterable<list<string|Money>> */
    private function cells(PaymentFilter $filter, Viewer $viewer, Keyset $order): iterable
    {
        foreach ($this->received->chunks($filter, $viewer, $order) as $payments) {
            foreach ($this->rows->to_wire($payments) as $row) {
                yield [
                    $row['receipt'],
                    $row['received_on'],
                    $row['client']['name'],
                    implode(', ', array_column($row['invoices'], 'number')),
                    $row['method'],
                    $row['reference'],
                    $row['received']['currency'],
                    Money::from_wire($row['received']),
                    Money::from_wire($row['refunded']),
                    Money::from_wire($row['kept']),
                ];
            }
        }
    }
}
