<?php

declare(strict_types=1);

namespace Counterfoil\Invoices\Lists;

use Closure;
use Counterfoil\Invoices\InvoiceState;
use Counterfoil\Invoices\PaymentFailures;
use Counterfoil\Shared\Calendar;
use Counterfoil\Shared\Database\Condition;
use Counterfoil\Shared\Database\Database;
use LogicException;

/** A filter as the WHERE of a statement over invoices. */
final readonly class InvoiceConditions
{
    /** Something is still to be paid. */
    public const OPEN = 'due_on IS NOT NULL';

    /** What came beyond what was asked for, in minor units, where it is more than 0. */
    public const SURPLUS = "paid - refunded + given_back - CASE WHEN status IN ('void', 'withdrawn') THEN 0 ELSE total - credited END";

    /** Something is still to be paid and late: given today, in the business's time zone. The day it is due is in time. */
    public const OVERDUE = 'due_on < ?';

    /** "This week" is today and so many days more. */
    public const SOON_DAYS = 7;

    /** @param (Closure(): PaymentFailures)|null $failures where a selection may ask for them */
    public function __construct(private Database $database, private ?Closure $failures = null)
    {
    }

    public function of(InvoiceFilter $filter): Condition
    {
        $where = $filter->without_drafts ? new Condition("status <> 'draft'") : Condition::always();
        if ($filter->state !== null) {
            $where = $where->and($this->state($filter->state, $filter->today));
        }
        if ($filter->only !== null) {
            $where = $where->and($this->selection($filter->only, $filter->today));
        }
        $columns = [
            'client_id = ?' => $filter->client_id,
            'website_id = ?' => $filter->website_id,
            'issue_date >= ?' => $filter->issued_from,
            'issue_date <= ?' => $filter->issued_to,
            'due_date >= ?' => $filter->due_from,
            'due_date <= ?' => $filter->due_to,
        ];
        foreach ($columns as $part => $value) {
            $where = $value === null ? $where : $where->and(new Condition($part, [$value]));
        }

        return $filter->search === '' ? $where : $where->and((new InvoiceSearch($this->database))->condition($filter->search));
    }

    /** The same as InvoiceState::of(), in SQL. */
    private function state(InvoiceState $state, string $today): Condition
    {
        return match ($state) {
            // Nothing is ever paid of a draft; with that said, the key of both columns has them in the list's order.
            InvoiceState::Draft => new Condition("status = 'draft' AND settlement = 'unpaid'"),
            InvoiceState::Void, InvoiceState::Withdrawn => new Condition('status = ?', [$state->value]),
            InvoiceState::Paid, InvoiceState::Refunded, InvoiceState::Credited, InvoiceState::Invoiced => new Condition("status = 'issued' AND settlement = ?", [$state->value]),
            InvoiceState::Overdue => new Condition(self::OVERDUE, [$today]),
            InvoiceState::Due => new Condition("status = 'issued' AND settlement = 'unpaid' AND due_on >= ?", [$today]),
            InvoiceState::PartPaid => new Condition("status = 'issued' AND settlement = 'part_paid' AND due_on >= ?", [$today]),
        };
    }

    private function selection(InvoiceSelection $only, string $today): Condition
    {
        return match ($only) {
            InvoiceSelection::Outstanding => new Condition(self::OPEN),
            InvoiceSelection::DueThisWeek => new Condition('due_on >= ? AND due_on <= ?', [$today, Calendar::add_days($today, self::SOON_DAYS)]),
            InvoiceSelection::PaymentFailed => (new Condition(self::OPEN))->and(($this->failures ?? throw new LogicException('Nobody here knows of payments.'))()->condition('id', $today)),
            InvoiceSelection::Overpaid => new Condition(self::SURPLUS . ' > 0'),
        };
    }
}
