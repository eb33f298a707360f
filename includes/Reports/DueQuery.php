<?php

declare(strict_types=1);

namespace Counterfoil\Reports;

use Counterfoil\Invoices\InvoiceTallies;
use Counterfoil\Shared\Database\Database;
use DateTimeImmutable;

/**
 * What is still to be paid, by how soon: one statement over the index of states.
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
            "SELECT CASE WHEN due_date < ? THEN 'overdue' WHEN due_date <= ? THEN 'due_this_week' ELSE 'later' END AS bucket,
                currency, COUNT(*) AS how_many, SUM(total - paid + refunded) AS due
            FROM {$this->database->table('invoices')} WHERE status = 'issued' AND settlement IN ('unpaid', 'part_paid') GROUP BY bucket, currency",
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
}
