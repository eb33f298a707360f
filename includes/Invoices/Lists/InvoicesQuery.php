<?php

declare(strict_types=1);

namespace Counterfoil\Invoices\Lists;

use Counterfoil\Clients\NamesInLists;
use Counterfoil\Invoices\InvoiceState;
use Counterfoil\Portals\PagesInLists;
use Counterfoil\Shared\Database\Condition;
use Counterfoil\Shared\Database\Database;
use Counterfoil\Shared\Database\Keyset;
use Counterfoil\Shared\Viewer;

/** Lists invoices by what they are filtered by, in any order, a page at a time: as fast at a hundred thousand as at ten. */
final readonly class InvoicesQuery
{
    /** Of an export: so many are in memory at once. */
    private const CHUNK = 500;

    public function __construct(private Database $database, private InvoiceConditions $conditions, private NamesInLists $names, private PagesInLists $pages, private PaymentsInLists $payments)
    {
    }

    /**
     * @param list<int|string>|null $after where it begins, as the page before said; null for the first page
     * @return array{invoices: list<InvoiceRow>, next: list<int|string>|null} `next` is null on the last page
     */
    public function page(InvoiceFilter $filter, Viewer $viewer, Keyset $order, int $limit, ?array $after = null): array
    {
        return $this->page_of($this->where($filter, $viewer), self::of_open($filter, $order), $filter->today, $limit, $after);
    }

    /**
     * Those that are due for longest, by the index of open ones: ordered by their due date among all, the paid ones of years would be read first.
     *
     * @return list<InvoiceRow>
     */
    public function most_overdue(string $today, Viewer $viewer, int $limit): array
    {
        $where = $this->where(new InvoiceFilter($today, InvoiceState::Overdue), $viewer);

        return self::of_rows($this->database->rows("{$this->select()} WHERE {$where->sql} ORDER BY due_on, currency, client_id, due LIMIT ?", [...$where->arguments, $limit]), $today);
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

    /** @return iterable<list<InvoiceRow>> all of them, in pages */
    public function chunks(InvoiceFilter $filter, Viewer $viewer, Keyset $order): iterable
    {
        $where = $this->where($filter, $viewer);
        $order = self::of_open($filter, $order);
        $after = null;
        do {
            ['invoices' => $invoices, 'next' => $after] = $this->page_of($where, $order, $filter->today, self::CHUNK, $after);
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
     * @return array{invoices: list<InvoiceRow>, next: list<int|string>|null}
     */
    private function page_of(Condition $where, Keyset $order, string $today, int $limit, ?array $after): array
    {
        $found = $order->rows($this->database, $this->select(), $where, $after, $limit + 1);
        $page = array_slice($found, 0, $limit);

        return ['invoices' => self::of_rows($page, $today), 'next' => count($found) > $limit ? $order->position($page[$limit - 1]) : null];
    }

    /** Names and payments along with the rows: a statement each would cost more than all of this one. */
    private function select(): string
    {
        $invoices = $this->database->table('invoices');

        return "SELECT *, {$this->names->client('client_id')} AS client_name, {$this->names->contact("{$invoices}.client_id")} AS contact_name,
            {$this->pages->portal_page('portal_id')} AS portal_page_id, {$this->payments->is_under_way("{$invoices}.id")} AS is_under_way, {$this->payments->is_any_disputed()} AS is_any_disputed FROM {$invoices}";
    }

    /**
     * @param list<array<string, string|null>> $rows
     * @return list<InvoiceRow>
     */
    private static function of_rows(array $rows, string $today): array
    {
        return array_map(static fn (array $row): InvoiceRow => InvoiceRow::from_row($row, $today), $rows);
    }
}
