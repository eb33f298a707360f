<?php

declare(strict_types=1);

namespace Counterfoil\Payments\Received;

use Closure;
use Counterfoil\Business\Business;
use Counterfoil\Clients\ClientWords;
use Counterfoil\Invoices\Lists\InvoicesQuery;
use Counterfoil\Payments\AllocationRepository;
use Counterfoil\Payments\Payment;
use Counterfoil\Payments\ReceivedDays;
use Counterfoil\Shared\Calendar;
use Counterfoil\Shared\Clock\Timestamps;
use Counterfoil\Shared\Database\Condition;
use Counterfoil\Shared\Database\Database;
use Counterfoil\Shared\Database\FewOrMany;
use Counterfoil\Shared\Database\Keyset;
use Counterfoil\Shared\Money\Sums;
use Counterfoil\Shared\SearchWords;
use Counterfoil\Shared\Viewer;

/**
 * Money that came, by the day on which it did. Its lists and its sums are of the same payments, by one condition.
 *
 * @phpstan-type Wire list<array{amount: int, currency: string}>
 */
final readonly class ReceivedQuery
{
    /** Of an export: so many are in memory at once. */
    private const CHUNK = 500;

    /** What fits more numbers than this means none of them. */
    private const MOST_INVOICES = 200;

    /** Days by which a day here may be another one in a zone that the business had before. */
    private const ZONES_DIFFER = 2;

    /**
     * @param Closure(): Calendar $calendar
     * @param Closure(): Business $business
     * @param Closure(): InvoicesQuery $invoices
     */
    public function __construct(private Database $database, private AllocationRepository $allocations, private ReceivedDays $days, private Closure $calendar, private Closure $business, private Closure $invoices)
    {
    }

    /** @param array<string, mixed> $query the contract's `orderby` and `order`; the latest first where nothing is said */
    public static function order(array $query): Keyset
    {
        return new Keyset(($query['orderby'] ?? '') === 'received' ? 'received' : 'succeeded_at', ($query['order'] ?? 'desc') === 'desc');
    }

    /**
     * @param list<int|string>|null $after where it begins, as the page before said; null for the first page
     * @return array{payments: list<Payment>, next: list<int|string>|null} `next` is null on the last page
     */
    public function page(PaymentFilter $filter, Viewer $viewer, Keyset $order, int $limit, ?array $after = null): array
    {
        return $this->page_of($this->where($filter, $viewer), $order, $limit, $after);
    }

    /** @return iterable<list<Payment>> all of them, in pages */
    public function chunks(PaymentFilter $filter, Viewer $viewer, Keyset $order): iterable
    {
        $where = $this->where($filter, $viewer);
        $after = null;
        do {
            ['payments' => $payments, 'next' => $after] = $this->page_of($where, $order, self::CHUNK, $after);
            yield $payments;
        } while ($after !== null);
    }

    /** @return array{count: int, sums: Wire} what came, less what of it went back or is about to */
    public function tally(PaymentFilter $filter, Viewer $viewer): array
    {
        $rows = $viewer->sees_all() && $filter->is_of_days() ? $this->days->by_currency($filter->received_from, $filter->received_to) : $this->tally_of_some($filter, $viewer);

        return [
            'count' => array_sum(array_column($rows, 'how_many')),
            'sums' => Sums::to_wire(array_column($rows, 'kept', 'currency'), ($this->business)()->currency->code),
        ];
    }

    /** @return list<array{currency: string, how_many: int, kept: int}> */
    private function tally_of_some(PaymentFilter $filter, Viewer $viewer): array
    {
        $where = $this->where($filter, $viewer);

        return array_map(
            static fn (array $row): array => ['currency' => (string) $row['currency'], 'how_many' => (int) $row['how_many'], 'kept' => (int) $row['kept']],
            $this->database->rows(
                "SELECT currency, COUNT(*) AS how_many, SUM(received - refunded - reversed) AS kept FROM {$this->database->table('payments')} WHERE {$where->sql} GROUP BY currency",
                $where->arguments
            )
        );
    }

    /**
     * The same by month, minor units by currency.
     *
     * @param string $from first day, "2026-03-01"
     * @return array<string, array{count: int, sums: array<string, int>}> by "2026-03"; months in which nothing came are left out
     */
    public function by_month(string $from, string $to, Viewer $viewer): array
    {
        $months = [];
        foreach ($viewer->sees_all() ? $this->days->by_month($from, $to) : $this->by_month_of_some($from, $to, $viewer) as $row) {
            $months[$row['month']]['count'] = ($months[$row['month']]['count'] ?? 0) + $row['how_many'];
            $months[$row['month']]['sums'][$row['currency']] = $row['kept'];
        }

        return $months;
    }

    /** @return list<array{month: string, currency: string, how_many: int, kept: int}> of the clients that a viewer sees who doesn't see all */
    private function by_month_of_some(string $from, string $to, Viewer $viewer): array
    {
        $where = $this->where(new PaymentFilter($from, $to), $viewer);

        return array_map(
            static fn (array $row): array => ['month' => (string) $row['month'], 'currency' => (string) $row['currency'], 'how_many' => (int) $row['how_many'], 'kept' => (int) $row['kept']],
            $this->database->rows(
                "SELECT currency, SUBSTR(received_on, 1, 7) AS month, COUNT(*) AS how_many, SUM(received - refunded - reversed) AS kept
                FROM {$this->database->table('payments')} WHERE {$where->sql} GROUP BY currency, SUBSTR(received_on, 1, 7)",
                $where->arguments
            )
        );
    }

    /**
     * @param list<int|string>|null $after
     * @return array{payments: list<Payment>, next: list<int|string>|null}
     */
    private function page_of(Condition $where, Keyset $order, int $limit, ?array $after): array
    {
        $found = $order->rows($this->database, "SELECT * FROM {$this->database->table('payments')}", $where, $after, $limit + 1);
        $page = array_slice($found, 0, $limit);
        $allocations = $this->allocations->of_payments(array_map(static fn (array $row): int => (int) $row['id'], $page));

        return [
            'payments' => array_map(static fn (array $row): Payment => Payment::from_row($row, $allocations[(int) $row['id']]), $page),
            'next' => count($found) > $limit ? $order->position($page[$limit - 1]) : null,
        ];
    }

    private function where(PaymentFilter $filter, Viewer $viewer): Condition
    {
        $where = (new Condition("state = 'succeeded'"))->and($viewer->condition('client_id'));
        if ($filter->received_from !== null) {
            $where = $where->and(new Condition('received_on >= ? AND succeeded_at >= ?', [$filter->received_from, $this->about($filter->received_from, -self::ZONES_DIFFER)]));
        }
        if ($filter->received_to !== null) {
            $where = $where->and(new Condition('received_on <= ? AND succeeded_at < ?', [$filter->received_to, $this->about($filter->received_to, 1 + self::ZONES_DIFFER)]));
        }
        if ($filter->client_id !== null) {
            $where = $where->and(new Condition('client_id = ?', [$filter->client_id]));
        }

        return $filter->search === '' ? $where : $where->and($this->found($filter->search));
    }

    /** The day decides; the moment, which is near it whatever zone the business had, is what the list is found by in its order. */
    private function about(string $day, int $days): string
    {
        return Timestamps::to_row(($this->calendar)()->begin_of(Calendar::add_days($day, $days)));
    }

    /** By the client's name or its people's, the number of an invoice it paid, or the beginning of the reference. */
    private function found(string $search): Condition
    {
        $invoices = ($this->invoices)()->numbered($search, self::MOST_INVOICES);
        $paid = $invoices === [] ? [] : [self::paid($this->database, Condition::in('invoice_id', $invoices))];

        return (new FewOrMany($this->database))->condition('payments', [
            ClientWords::condition($this->database, $search, 'client_id'),
            new Condition('reference >= ? AND reference < ?', SearchWords::range($search)),
            ...$paid,
        ]);
    }

    private static function paid(Database $database, Condition $invoices): Condition
    {
        return new Condition("id IN (SELECT payment_id FROM {$database->table('payment_allocations')} WHERE {$invoices->sql})", $invoices->arguments);
    }
}
