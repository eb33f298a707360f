<?php

declare(strict_types=1);

namespace Counterfoil\Invoices\Lists;

use Closure;
use Counterfoil\Invoices\InvoiceState;
use Counterfoil\Invoices\InvoiceStatus;
use Counterfoil\Invoices\Settlement;
use Counterfoil\Shared\Database\Condition;
use Counterfoil\Shared\Database\Database;
use Counterfoil\Shared\Money\Sums;
use Counterfoil\Shared\Viewer;

/**
 * Counts and sums of invoices: of those that a filter lets through, by the same condition as their list.
 *
 * @phpstan-type Wire list<array{amount: int, currency: string}>
 */
final readonly class InvoiceTallies
{
    /** @param Closure(): string $currency the business's own: its sums come first */
    public function __construct(private Database $database, private InvoiceConditions $conditions, private Closure $currency)
    {
    }

    /**
     * How many there are, and what is still to be paid of them.
     *
     * @return array{count: int, sums: Wire}
     */
    public function due(InvoiceFilter $filter, Viewer $viewer): array
    {
        $where = $this->where($filter, $viewer);
        $rows = $this->database->rows(
            "SELECT currency, COUNT(*) AS how_many, SUM(due) AS due FROM {$this->database->table('invoices')} WHERE {$where->sql} GROUP BY currency",
            $where->arguments
        );

        return [
            'count' => (int) array_sum(array_column($rows, 'how_many')),
            'sums' => Sums::to_wire(array_map(intval(...), array_column($rows, 'due', 'currency')), ($this->currency)()),
        ];
    }

    /**
     * By state, whatever state the filter names. `sums` are totals, `due` is what is still to be paid. "all" counts every
     * invoice; its sums leave drafts and void ones out, for which nobody was asked for money.
     *
     * @return array<string, array{count: int, sums: Wire, due: Wire}> by InvoiceState and "all"
     */
    public function by_state(InvoiceFilter $filter, Viewer $viewer): array
    {
        $where = $this->where($filter->in_any_state(), $viewer);
        $rows = $this->database->rows(
            "SELECT status, settlement, CASE WHEN due_date < ? THEN 1 ELSE 0 END AS is_late, currency, COUNT(*) AS how_many,
                SUM(total) AS total, SUM(due) AS due
            FROM {$this->database->table('invoices')} WHERE {$where->sql} GROUP BY status, settlement, is_late, currency",
            [$filter->today, ...$where->arguments]
        );
        $counts = array_fill_keys(['all', ...array_column(InvoiceState::cases(), 'value')], 0);
        $totals = $due = array_fill_keys(array_keys($counts), []);
        foreach ($rows as $row) {
            $status = InvoiceStatus::from((string) $row['status']);
            $state = InvoiceState::of($status, Settlement::from((string) $row['settlement']), $row['is_late'] === '1' ? '0' : '1', '1');
            $currency = (string) $row['currency'];
            foreach ([$state->value, 'all'] as $tab) {
                $counts[$tab] += (int) $row['how_many'];
                // What a paid pro-forma asked for is the total of its invoice.
                if ($tab !== 'all' || ($status === InvoiceStatus::Issued && $state !== InvoiceState::Invoiced)) {
                    $totals[$tab][$currency] = ($totals[$tab][$currency] ?? 0) + (int) $row['total'];
                }
                if ($state->is_payable()) {
                    $due[$tab][$currency] = ($due[$tab][$currency] ?? 0) + (int) $row['due'];
                }
            }
        }
        $first = ($this->currency)();
        $tallies = [];
        foreach ($counts as $tab => $count) {
            $tallies[$tab] = ['count' => $count, 'sums' => Sums::to_wire($totals[$tab], $first), 'due' => Sums::to_wire($due[$tab], $first)];
        }

        return $tallies;
    }

    private function where(InvoiceFilter $filter, Viewer $viewer): Condition
    {
        return $this->conditions->of($filter)->and($viewer->condition('client_id'));
    }
}
