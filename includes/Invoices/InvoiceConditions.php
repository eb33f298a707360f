<?php

declare(strict_types=1);

namespace Counterfoil\Invoices;

use Counterfoil\Clients\ClientRepository;
use Counterfoil\Shared\Database\Database;

/**
 * A filter as the WHERE of a statement over invoices.
 *
 * @phpstan-import-type Value from Database
 */
final readonly class InvoiceConditions
{
    /** Something is still to be paid. */
    public const OPEN = 'due_on IS NOT NULL';

    /** Something is still to be paid and late: given today, in the business's time zone. The day it is due is in time. */
    public const OVERDUE = 'due_on < ?';

    public function __construct(private Database $database)
    {
    }

    /** @return array{string, list<Value>} */
    public function of(InvoiceFilter $filter): array
    {
        $parts = ['1 = 1'];
        $arguments = [];
        $add = static function (string $part, int|string ...$values) use (&$parts, &$arguments): void {
            $parts[] = $part;
            array_push($arguments, ...array_values($values));
        };
        if ($filter->state !== null) {
            $this->state($filter->state, $filter->today, $add);
        }
        if ($filter->without_drafts) {
            $add("status <> 'draft'");
        }
        foreach (['client_id' => $filter->client_id, 'website_id' => $filter->website_id] as $column => $id) {
            $id === null || $add("{$column} = ?", $id);
        }
        $filter->issued_from === null || $add('issue_date >= ?', $filter->issued_from);
        $filter->issued_to === null || $add('issue_date <= ?', $filter->issued_to);
        if ($filter->search !== '') {
            $this->search($filter->search, $add);
        }

        return [implode(' AND ', $parts), $arguments];
    }

    /** The same as InvoiceState::of(), in SQL. */
    private function state(InvoiceState $state, string $today, callable $add): void
    {
        match ($state) {
            // Nothing is ever paid of a draft; with that said, the key of both columns has them in the list's order.
            InvoiceState::Draft => $add("status = 'draft' AND settlement = 'unpaid'"),
            InvoiceState::Void => $add("status = 'void'"),
            InvoiceState::Paid, InvoiceState::Refunded => $add("status = 'issued' AND settlement = ?", $state->value),
            InvoiceState::Overdue => $add(self::OVERDUE, $today),
            InvoiceState::Due => $add("status = 'issued' AND settlement = 'unpaid' AND due_on >= ?", $today),
            InvoiceState::PartPaid => $add("status = 'issued' AND settlement = 'part_paid' AND due_on >= ?", $today),
        };
    }

    /** In the number, in the client's name, or the total. */
    private function search(string $search, callable $add): void
    {
        $amounts = TypedAmount::candidates($search);
        // A whole number is meant as that invoice; parts of one are looked for in every row.
        $exact = $amounts === [] ? $this->database->value("SELECT id FROM {$this->database->table('invoices')} WHERE number = ?", [$search]) : null;
        if ($exact !== null) {
            $add('id = ?', (int) $exact);

            return;
        }
        // Numbers are the same only when their bytes are; who searches need not mind capitals.
        $of_client = ClientRepository::named($this->database, $search, 'client_id');
        $parts = ['LOWER(number) LIKE ?', $of_client->sql];
        $arguments = [$this->database->like(mb_strtolower($search)), ...$of_client->arguments];
        foreach ($amounts as ['decimals' => $decimals, 'amount' => $amount]) {
            // Most currencies have two decimals: they are those that are not one of the few others.
            $codes = $decimals === 2 ? [...TypedAmount::currencies(0), ...TypedAmount::currencies(3)] : TypedAmount::currencies($decimals);
            $parts[] = '(total = ? AND currency ' . ($decimals === 2 ? 'NOT IN' : 'IN') . " ({$this->database->marks($codes)}))";
            array_push($arguments, $amount, ...$codes);
        }
        $add('(' . implode(' OR ', $parts) . ')', ...$arguments);
    }
}
