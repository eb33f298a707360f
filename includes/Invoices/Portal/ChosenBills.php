<?php

declare(strict_types=1);

namespace Counterfoil\Invoices\Portal;

use Counterfoil\Invoices\Invoice;
use Counterfoil\Invoices\InvoiceRepository;
use Counterfoil\Shared\Money\Money;
use Counterfoil\Shared\Money\MoneyFormat;
use Counterfoil\Shared\Viewer;

/** What some chosen bills of a client come to: the browser adds no money. */
final readonly class ChosenBills
{
    public function __construct(private InvoiceRepository $invoices)
    {
    }

    /**
     * @param list<int> $ids those of others, and those with nothing to pay, don't count
     * @return array{count: int, sums: list<array{amount: int, currency: string}>, words: string} by currency
     */
    public function sum(array $ids, int $client_id): array
    {
        $bills = array_filter($this->invoices->by_ids($ids, Viewer::system()), static fn (Invoice $bill): bool => $bill->client_id === $client_id && $bill->is_payable());
        $sums = [];
        foreach ($bills as $bill) {
            $code = $bill->currency->code;
            $sums[$code] = isset($sums[$code]) ? $sums[$code]->plus($bill->due()) : $bill->due();
        }
        ksort($sums);
        $format = new MoneyFormat(determine_locale());

        return [
            'count' => count($bills),
            'sums' => array_values(array_map(static fn (Money $sum): array => $sum->to_wire(), $sums)),
            'words' => $bills === [] ? '' : sprintf(
                /* translators: 1: number of invoices, 2: amounts of money */
                _n('%1$d invoice selected: %2$s', '%1$d invoices selected: %2$s', count($bills), 'counterfoil'),
                count($bills),
                implode(' + ', array_map($format->money(...), $sums))
            ),
        ];
    }
}
