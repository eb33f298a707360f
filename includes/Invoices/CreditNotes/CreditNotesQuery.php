<?php

declare(strict_types=1);

namespace Counterfoil\Invoices\CreditNotes;

use Closure;
use Counterfoil\Business\Business;
use Counterfoil\Clients\ClientWords;
use Counterfoil\Shared\Database\Condition;
use Counterfoil\Shared\Database\Database;
use Counterfoil\Shared\Database\FewOrMany;
use Counterfoil\Shared\Database\Keyset;
use Counterfoil\Shared\Money\Sums;
use Counterfoil\Shared\Viewer;

/**
 * Lists credit notes. Its lists and its sums are of the same ones, by one condition.
 *
 * @phpstan-type Wire list<array{amount: int, currency: string}>
 */
final readonly class CreditNotesQuery
{
    /** Of an export: so many are in memory at once. */
    private const CHUNK = 500;

    /** @param Closure(): Business $business */
    public function __construct(private Database $database, private Closure $business)
    {
    }

    /** @param array<string, mixed> $query the contract's `orderby` and `order`; the newest first where nothing is said */
    public static function order(array $query): Keyset
    {
        return new Keyset($query['orderby'] ?? 'id', ($query['order'] ?? (isset($query['orderby']) ? 'asc' : 'desc')) === 'desc');
    }

    /**
     * @param list<int|string>|null $after where it begins, as the page before said; null for the first page
     * @return array{notes: list<CreditNote>, next: list<int|string>|null} `next` is null on the last page
     */
    public function page(CreditNoteFilter $filter, Viewer $viewer, Keyset $order, int $limit, ?array $after = null): array
    {
        return $this->page_of($this->where($filter, $viewer), $order, $limit, $after);
    }

    /** @return iterable<list<CreditNote>> all of them, in pages */
    public function chunks(CreditNoteFilter $filter, Viewer $viewer, Keyset $order): iterable
    {
        $where = $this->where($filter, $viewer);
        $after = null;
        do {
            ['notes' => $notes, 'next' => $after] = $this->page_of($where, $order, self::CHUNK, $after);
            yield $notes;
        } while ($after !== null);
    }

    /** @return array{count: int, sums: Wire} */
    public function tally(CreditNoteFilter $filter, Viewer $viewer): array
    {
        $where = $this->where($filter, $viewer);
        $rows = $this->database->rows(
            "SELECT currency, COUNT(*) AS how_many, SUM(total) AS credited FROM {$this->database->table('credit_notes')} WHERE {$where->sql} GROUP BY currency",
            $where->arguments
        );

        return [
            'count' => (int) array_sum(array_column($rows, 'how_many')),
            'sums' => Sums::to_wire(array_map(intval(...), array_column($rows, 'credited', 'currency')), ($this->business)()->currency->code),
        ];
    }

    /**
     * @param list<int|string>|null $after
     * @return array{notes: list<CreditNote>, next: list<int|string>|null}
     */
    private function page_of(Condition $where, Keyset $order, int $limit, ?array $after): array
    {
        $found = $order->rows($this->database, "SELECT * FROM {$this->database->table('credit_notes')}", $where, $after, $limit + 1);
        $page = array_slice($found, 0, $limit);

        return [
            'notes' => array_map(CreditNote::from_row(...), $page),
            'next' => count($found) > $limit ? $order->position($page[$limit - 1]) : null,
        ];
    }

    private function where(CreditNoteFilter $filter, Viewer $viewer): Condition
    {
        $where = $viewer->condition('client_id');
        $columns = [
            'client_id = ?' => $filter->client_id,
            'invoice_id = ?' => $filter->invoice_id,
            'issue_date >= ?' => $filter->issued_from,
            'issue_date <= ?' => $filter->issued_to,
        ];
        foreach ($columns as $part => $value) {
            $where = $value === null ? $where : $where->and(new Condition($part, [$value]));
        }

        return $filter->search === '' ? $where : $where->and($this->found($filter->search));
    }

    /** By its number, that of the invoice, or by the client's name or its people's. */
    private function found(string $search): Condition
    {
        $like = $this->database->like(mb_strtolower($search));

        return (new FewOrMany($this->database))->condition('credit_notes', [
            ClientWords::condition($this->database, $search, 'client_id'),
            new Condition('LOWER(number) LIKE ?', [$like]),
            new Condition("invoice_id IN (SELECT id FROM {$this->database->table('invoices')} WHERE LOWER(number) LIKE ?)", [$like]),
        ]);
    }
}
