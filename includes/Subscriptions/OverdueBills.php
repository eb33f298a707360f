<?php

declare(strict_types=1);

namespace Counterfoil\Subscriptions;

use Closure;
use Counterfoil\Invoices\InvoiceRepository;
use Counterfoil\Invoices\InvoiceState;
use Counterfoil\Shared\Database\Condition;
use Counterfoil\Shared\Database\Database;
use Counterfoil\Shared\Viewer;
use Counterfoil\Subscriptions\Renewals\RenewalState;

/** Which subscriptions have a bill whose due date has passed. */
final readonly class OverdueBills
{
    /** @param Closure(): string $today in the business's time zone, "2026-03-31" */
    public function __construct(private Database $database, private InvoiceRepository $invoices, private Closure $today)
    {
    }

    /**
     * For a page of them: two queries.
     *
     * @param list<int> $subscription_ids
     * @return array<int, true> by subscription
     */
    public function among(array $subscription_ids): array
    {
        if ($subscription_ids === []) {
            return [];
        }
        $of = Condition::in('period.subscription_id', $subscription_ids)->and(Condition::in('renewal.state', [RenewalState::Billed->value, RenewalState::GivenUp->value]));
        $rows = $this->database->rows(
            "SELECT DISTINCT period.subscription_id, renewal.invoice_id FROM {$this->database->table('subscription_periods')} period
            JOIN {$this->database->table('renewals')} renewal ON renewal.id = period.renewal_id WHERE {$of->sql} AND renewal.invoice_id IS NOT NULL",
            $of->arguments
        );
        $invoices = $this->invoices->by_ids(array_values(array_unique(array_map(static fn (array $row): int => (int) $row['invoice_id'], $rows))), Viewer::system());
        $today = ($this->today)();
        $overdue = [];
        foreach ($rows as $row) {
            if (($invoices[(int) $row['invoice_id']] ?? null)?->state($today) === InvoiceState::Overdue) {
                $overdue[(int) $row['subscription_id']] = true;
            }
        }

        return $overdue;
    }
}
