<?php

declare(strict_types=1);

namespace Counterfoil\Invoices;

use Counterfoil\Shared\Money\Money;
use Counterfoil\Shared\Viewer;

/** What a client still has to pay. */
final readonly class DueInvoicesQuery
{
    private const STATES = ['due', 'overdue', 'part_paid'];

    public function __construct(private DueQuery $due, private InvoiceRepository $invoices, private InvoiceTallies $tallies)
    {
    }

    /** The one to be paid first: the longest due. */
    public function next(int $client_id): ?Invoice
    {
        $id = $this->due->next($client_id);

        return $id === null ? null : $this->invoices->find($id, Viewer::system());
    }

    /**
     * @param list<array{string, string}> $ranges first and last due date of each, both included
     * @return list<Invoice> those that are still to be paid, the longest due first
     */
    public function due_within(array $ranges, Viewer $viewer): array
    {
        return $ranges === [] ? [] : array_values($this->invoices->by_ids($this->due->within($ranges), $viewer));
    }

    /**
     * @param string $today in the business's time zone, "2026-03-31"
     * @return array{count: int, sums: list<Money>} a sum for each currency, never mixed
     */
    public function all(int $client_id, string $today): array
    {
        $tallies = $this->tallies->by_state($today, Viewer::system(), $client_id);
        $count = 0;
        $sums = [];
        foreach (self::STATES as $state) {
            $count += $tallies[$state]['count'];
            foreach ($tallies[$state]['sums'] as $sum) {
                $money = Money::from_wire($sum);
                $sums[$sum['currency']] = isset($sums[$sum['currency']]) ? $sums[$sum['currency']]->plus($money) : $money;
            }
        }

        return ['count' => $count, 'sums' => array_values($sums)];
    }
}
