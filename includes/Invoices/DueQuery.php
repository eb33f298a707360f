<?php

declare(strict_types=1);

namespace Counterfoil\Invoices;

use Counterfoil\Shared\Database\Database;
use DateTimeImmutable;

/**
 * What is still to be paid, by how soon.
 *
 * @phpstan-type Tally array{count: int, sums: list<array{amount: int, currency: string}>}
 */
final readonly class DueQuery
{
    private const SOON_DAYS = 7;

    public function __construct(private Database $database)
    {
    }

    /**
     * @param string $today in the business's time zone, "2026-03-31"
     * @return array{overdue: Tally, due_this_week: Tally, due: Tally}
     */
    public function tallies(string $today): array
    {
        $soon = (new DateTimeImmutable($today))->modify('+' . self::SOON_DAYS . ' days')->format('Y-m-d');
        $rows = $this->database->rows(
            "SELECT CASE WHEN due_on < ? THEN 'overdue' WHEN due_on <= ? THEN 'due_this_week' ELSE 'later' END AS bucket,
                currency, COUNT(*) AS how_many, SUM(due) AS due
            FROM {$this->database->table('invoices')} WHERE " . InvoiceConditions::OPEN . ' GROUP BY bucket, currency',
            [$today, $soon]
        );
        $counts = ['overdue' => 0, 'due_this_week' => 0, 'due' => 0, 'later' => 0];
        $sums = array_map(static fn (): array => [], $counts);
        foreach ($rows as $row) {
            foreach ([(string) $row['bucket'], 'due'] as $bucket) {
                $counts[$bucket] += (int) $row['how_many'];
                $sums[$bucket][(string) $row['currency']] = ($sums[$bucket][(string) $row['currency']] ?? 0) + (int) $row['due'];
            }
        }
        $tally = static fn (string $bucket): array => ['count' => $counts[$bucket], 'sums' => InvoiceTallies::sums($sums[$bucket])];

        return ['overdue' => $tally('overdue'), 'due_this_week' => $tally('due_this_week'), 'due' => $tally('due')];
    }

    /**
     * @param list<int> $invoice_ids
     * @return Tally what is still to be paid of these invoices, each counted once
     */
    public function of(array $invoice_ids): array
    {
        if ($invoice_ids === []) {
            return ['count' => 0, 'sums' => []];
        }
        $rows = $this->database->rows(
            "SELECT currency, COUNT(*) AS how_many, SUM(due) AS due FROM {$this->database->table('invoices')}
            WHERE " . InvoiceConditions::OPEN . " AND id IN ({$this->database->marks($invoice_ids)}) GROUP BY currency",
            $invoice_ids
        );

        $sums = [];
        foreach ($rows as $row) {
            $sums[(string) $row['currency']] = (int) $row['due'];
        }

        return ['count' => (int) array_sum(array_column($rows, 'how_many')), 'sums' => InvoiceTallies::sums($sums)];
    }

    /**
     * @param non-empty-list<array{string, string}> $ranges first and last due date of each, both included
     * @return list<int> the open invoices that are due in one of them
     */
    public function within(array $ranges): array
    {
        $due = implode(' OR ', array_fill(0, count($ranges), 'due_on BETWEEN ? AND ?'));
        $rows = $this->database->rows(
            "SELECT id FROM {$this->database->table('invoices')} WHERE " . InvoiceConditions::OPEN . " AND ({$due}) ORDER BY due_on, id",
            array_merge(...$ranges)
        );

        return array_map(static fn (array $row): int => (int) $row['id'], $rows);
    }

    /** The one a client has to pay first: the longest due. */
    public function next(int $client_id): ?int
    {
        $id = $this->database->value(
            "SELECT id FROM {$this->database->table('invoices')} WHERE client_id = ? AND " . InvoiceConditions::OPEN . ' ORDER BY due_on, id LIMIT 1',
            [$client_id]
        );

        return $id === null ? null : (int) $id;
    }
}
