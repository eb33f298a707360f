<?php

declare(strict_types=1);

namespace Counterfoil\Invoices\Lists;

use Counterfoil\Shared\Database\Condition;
use Counterfoil\Shared\Database\Database;
use Counterfoil\Shared\Viewer;

/** Sums what is still to be paid by the day on which it is due. */
final readonly class DueQuery
{
    public function __construct(private Database $database)
    {
    }

    public function by_day(Viewer $viewer): DueByDay
    {
        $open = (new Condition(InvoiceConditions::OPEN))->and($viewer->condition('client_id'));
        $rows = $this->database->rows(
            "SELECT currency, due_on, COUNT(*) AS how_many, SUM(due) AS due FROM {$this->database->table('invoices')} WHERE {$open->sql} GROUP BY due_on, currency",
            $open->arguments
        );

        return new DueByDay(array_map(
            static fn (array $row): array => ['currency' => (string) $row['currency'], 'day' => (string) $row['due_on'], 'count' => (int) $row['how_many'], 'due' => (int) $row['due']],
            $rows
        ));
    }
}
