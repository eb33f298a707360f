<?php

declare(strict_types=1);

namespace Counterfoil\Invoices\Lists;

use Counterfoil\Invoices\Invoice;
use Counterfoil\Invoices\InvoiceRepository;
use Counterfoil\Shared\Database\Database;
use Counterfoil\Shared\Money\Money;
use Counterfoil\Shared\Viewer;

/** What a client still has to pay. */
final readonly class DueInvoicesQuery
{
    public function __construct(private Database $database, private InvoiceRepository $invoices, private InvoiceTallies $tallies)
    {
    }

    /** The one to be paid first: the longest due. */
    public function next(int $client_id): ?Invoice
    {
        $id = $this->database->value(
            "SELECT id FROM {$this->database->table('invoices')} WHERE client_id = ? AND " . InvoiceConditions::OPEN . ' ORDER BY due_on, id LIMIT 1',
            [$client_id]
        );

        return $id === null ? null : $this->invoices->find((int) $id, Viewer::system());
    }

    /**
     * @param list<array{string, string}> $ranges first and last due date of each, both included
     * @return list<Invoice> those that are still to be paid, the longest due first
     */
    public function due_within(array $ranges, Viewer $viewer): array
    {
        if ($ranges === []) {
            return [];
        }
        $due = implode(' OR ', array_fill(0, count($ranges), 'due_on BETWEEN ? AND ?'));
        $rows = $this->database->rows(
            "SELECT id FROM {$this->database->table('invoices')} WHERE " . InvoiceConditions::OPEN . " AND ({$due}) ORDER BY due_on, id",
            array_merge(...$ranges)
        );

        return array_values($this->invoices->by_ids(array_map(static fn (array $row): int => (int) $row['id'], $rows), $viewer));
    }

    /**
     * @param string $today in the business's time zone, "2026-03-31"
     * @return array{count: int, sums: list<Money>} a sum for each currency, never mixed
     */
    public function all(int $client_id, string $today): array
    {
        $due = $this->tallies->due(new InvoiceFilter($today, only: InvoiceSelection::Outstanding, client_id: $client_id), Viewer::system());

        return ['count' => $due['count'], 'sums' => array_map(Money::from_wire(...), $due['sums'])];
    }
}
