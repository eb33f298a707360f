<?php

declare(strict_types=1);

namespace Counterfoil\Invoices;

use Counterfoil\Shared\Database\Condition;
use Counterfoil\Shared\Database\Database;
use Counterfoil\Shared\Money\Money;
use Counterfoil\Shared\Viewer;

/** Counts and sums invoices by state and currency, in one statement over the index of states. */
final readonly class InvoiceTallies
{
    public function __construct(private Database $database)
    {
    }

    /**
     * Of what is open the sum is what is still to be paid, of all others their totals. "all" counts every
     * invoice; its sum leaves drafts and void ones out, for which nobody was asked for money.
     *
     * @param string $today in the business's time zone, "2026-03-31"
     * @return array<string, array{count: int, sums: list<array{amount: int, currency: string}>}> by InvoiceState and "all"
     */
    public function by_state(string $today, Viewer $viewer, ?int $client_id = null): array
    {
        $seen = $viewer->condition('client_id');
        if ($client_id !== null) {
            $seen = $seen->and(new Condition('client_id = ?', [$client_id]));
        }
        $rows = $this->database->rows(
            "SELECT status, settlement, CASE WHEN due_date < ? THEN 1 ELSE 0 END AS is_late, currency, COUNT(*) AS how_many,
                SUM(total) AS total, SUM(due) AS due
            FROM {$this->database->table('invoices')} WHERE {$seen->sql} GROUP BY status, settlement, is_late, currency",
            [$today, ...$seen->arguments]
        );
        $counts = array_fill_keys(['all', ...array_column(InvoiceState::cases(), 'value')], 0);
        $sums = array_fill_keys(array_keys($counts), []);
        foreach ($rows as $row) {
            $status = InvoiceStatus::from((string) $row['status']);
            $state = InvoiceState::of($status, Settlement::from((string) $row['settlement']), $row['is_late'] === '1' ? '0' : '1', '1');
            $currency = (string) $row['currency'];
            $counts['all'] += (int) $row['how_many'];
            $counts[$state->value] += (int) $row['how_many'];
            $sums[$state->value][$currency] = ($sums[$state->value][$currency] ?? 0) + (int) $row[$state->is_payable() ? 'due' : 'total'];
            if ($status === InvoiceStatus::Issued) {
                $sums['all'][$currency] = ($sums['all'][$currency] ?? 0) + (int) $row['total'];
            }
        }
        $tallies = [];
        foreach ($counts as $state => $count) {
            $tallies[$state] = ['count' => $count, 'sums' => self::sums($sums[$state])];
        }

        return $tallies;
    }

    /**
     * @param array<string, int> $by_currency
     * @return list<array{amount: int, currency: string}> the largest first
     */
    public static function sums(array $by_currency): array
    {
        arsort($by_currency);

        return array_map(
            // Of more than nine thousand invoices over the largest amount each it is shown up to there.
            static fn (string $currency, int $amount): array => ['amount' => max(-Money::MAX_SUM, min(Money::MAX_SUM, $amount)), 'currency' => $currency],
            array_keys($by_currency),
            array_values($by_currency)
        );
    }
}
