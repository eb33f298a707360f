<?php

declare(strict_types=1);

namespace Counterfoil\Invoices\Lists;

use Closure;
use Counterfoil\Invoices\DisputedInvoices;
use Counterfoil\Invoices\Invoice;
use Counterfoil\Invoices\InvoiceState;
use Counterfoil\Invoices\OnlinePayment;
use Counterfoil\Shared\Database\Condition;
use Counterfoil\Shared\Database\Database;
use Counterfoil\Shared\Database\Keyset;
use Counterfoil\Shared\Viewer;

/**
 * Lists invoices by what they are filtered by, in any order, a page at a time: as fast at a hundred thousand as at ten.
 *
 * @phpstan-import-type Row from Database
 */
final readonly class InvoicesQuery
{
    /** Of an export: so many are in memory at once. */
    private const CHUNK = 500;

    /**
     * @param Closure(): DisputedInvoices $disputed
     * @param Closure(): OnlinePayment $online
     */
    public function __construct(private Database $database, private InvoiceConditions $conditions, private Closure $disputed, private Closure $online)
    {
    }

    /**
     * @param list<int|string>|null $after where it begins, as the page before said; null for the first page
     * @return array{invoices: list<Invoice>, next: list<int|string>|null, disputed: list<int>, on_their_way: array<int, string|null>} `next` is null on the last page; `disputed` are those of the page, `on_their_way` those whose payment is, as OnlinePayment::on_their_way() has them
     */
    public function page(InvoiceFilter $filter, Viewer $viewer, Keyset $order, int $limit, ?array $after = null): array
    {
        return $this->page_of($this->where($filter, $viewer), self::of_open($filter, $order), $limit, $after);
    }

    /**
     * Those that are due for longest, by the index of open ones: ordered by their due date among all, the paid ones of years would be read first.
     *
     * @return array{invoices: list<Invoice>, disputed: list<int>, on_their_way: array<int, string|null>} as a page has them
     */
    public function most_overdue(string $today, Viewer $viewer, int $limit): array
    {
        $where = $this->where(new InvoiceFilter($today, InvoiceState::Overdue), $viewer);

        return self::of_rows($this->database->rows("{$this->select()} WHERE {$where->sql} ORDER BY due_on, currency, client_id, due LIMIT ?", [...$where->arguments, $limit]));
    }

    /**
     * @param list<int> $ids
     * @return array<int, string> by id; drafts have none
     */
    public function numbers(array $ids): array
    {
        if ($ids === []) {
            return [];
        }
        $among = Condition::in('id', array_values(array_unique($ids)));

        $numbers = [];
        foreach ($this->database->rows("SELECT id, number FROM {$this->database->table('invoices')} WHERE {$among->sql}", $among->arguments) as $row) {
            $numbers[(int) $row['id']] = (string) $row['number'];
        }

        return $numbers;
    }

    /** @return list<int> those whose number begins with what was typed, or ends with it; none where that are more than so many: then it names none */
    public function numbered(string $search, int $most): array
    {
        $ids = [];
        foreach (InvoiceSearch::numbers($this->database, $search) as $part) {
            $found = $this->database->rows("SELECT id FROM {$this->database->table('invoices')} WHERE {$part->sql} LIMIT ?", [...$part->arguments, $most + 1]);
            $ids += array_column($found, 'id', 'id');
        }

        return count($ids) > $most ? [] : array_map(intval(...), array_values($ids));
    }

    /** @return iterable<list<Invoice>> all of them, in pages */
    public function chunks(InvoiceFilter $filter, Viewer $viewer, Keyset $order): iterable
    {
        $where = $this->where($filter, $viewer);
        $order = self::of_open($filter, $order);
        $after = null;
        do {
            ['invoices' => $invoices, 'next' => $after] = $this->page_of($where, $order, self::CHUNK, $after);
            yield $invoices;
        } while ($after !== null);
    }

    /** What is due has its due date in an index without those that were paid, which would be read first otherwise: years of them. */
    private static function of_open(InvoiceFilter $filter, Keyset $order): Keyset
    {
        $is_open = in_array($filter->state, [InvoiceState::Overdue, InvoiceState::Due, InvoiceState::PartPaid], true)
            || in_array($filter->only, [InvoiceSelection::Outstanding, InvoiceSelection::DueThisWeek, InvoiceSelection::PaymentFailed], true);

        return $is_open && $order->column === InvoiceOrder::DueDate->value ? new Keyset('due_on', $order->descending) : $order;
    }

    private function where(InvoiceFilter $filter, Viewer $viewer): Condition
    {
        return $this->conditions->of($filter)->and($viewer->condition('client_id'));
    }

    /**
     * @param list<int|string>|null $after
     * @return array{invoices: list<Invoice>, next: list<int|string>|null, disputed: list<int>, on_their_way: array<int, string|null>}
     */
    private function page_of(Condition $where, Keyset $order, int $limit, ?array $after): array
    {
        $found = $order->rows($this->database, $this->select(), $where, $after, $limit + 1);
        $page = array_slice($found, 0, $limit);

        return self::of_rows($page) + ['next' => count($found) > $limit ? $order->position($page[$limit - 1]) : null];
    }

    private function select(): string
    {
        $disputed = ($this->disputed)()->condition('id');
        $on_its_way = ($this->online)()->expected_on("{$this->database->table('invoices')}.id");

        return "SELECT *, CASE WHEN {$disputed->sql} THEN 1 ELSE 0 END AS is_disputed, {$on_its_way} AS on_its_way FROM {$this->database->table('invoices')}";
    }

    /**
     * @param list<Row> $rows
     * @return array{invoices: list<Invoice>, disputed: list<int>, on_their_way: array<int, string|null>}
     */
    private static function of_rows(array $rows): array
    {
        $on_their_way = [];
        foreach ($rows as $row) {
            if ($row['on_its_way'] !== null) {
                $on_their_way[(int) $row['id']] = $row['on_its_way'] === '' ? null : $row['on_its_way'];
            }
        }

        return [
            'on_their_way' => $on_their_way,
            'invoices' => array_map(Invoice::from_row(...), $rows),
            'disputed' => array_values(array_map(static fn (array $row): int => (int) $row['id'], array_filter($rows, static fn (array $row): bool => (int) $row['is_disputed'] === 1))),
        ];
    }
}
