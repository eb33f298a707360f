<?php

declare(strict_types=1);

namespace Counterfoil\Payments\Refunds;

use Closure;
use Counterfoil\Shared\Calendar;
use Counterfoil\Shared\Clock\Timestamps;
use Counterfoil\Shared\Database\Condition;
use Counterfoil\Shared\Database\Database;
use Counterfoil\Shared\Database\Keyset;
use Counterfoil\Shared\Viewer;

/** Refunds that arrived, by the day they were made: a page at a time. */
final readonly class RefundsInPeriod
{
    /** @param Closure(): Calendar $calendar */
    public function __construct(private Database $database, private Closure $calendar)
    {
    }

    /**
     * @param list<int|string>|null $after where the page begins, as `next` said; null for the first one
     * @return array{refunds: list<Refund>, next: list<int|string>|null}
     */
    public function page(string $from, string $to, Viewer $viewer, int $limit, ?array $after): array
    {
        $order = new Keyset('created_at');
        $found = $order->rows($this->database, "SELECT * FROM {$this->database->table('refunds')}", $this->where($from, $to, $viewer), $after, $limit + 1);
        $page = array_slice($found, 0, $limit);

        return ['refunds' => array_map(Refund::from_row(...), $page), 'next' => count($found) > $limit ? $order->position($page[$limit - 1]) : null];
    }

    public function count(string $from, string $to, Viewer $viewer): int
    {
        $where = $this->where($from, $to, $viewer);

        return (int) $this->database->value("SELECT COUNT(*) FROM {$this->database->table('refunds')} WHERE {$where->sql}", $where->arguments);
    }

    private function where(string $from, string $to, Viewer $viewer): Condition
    {
        $calendar = ($this->calendar)();

        return (new Condition('state = ? AND created_at >= ? AND created_at < ?', [
            RefundState::Succeeded->value,
            Timestamps::to_row($calendar->begin_of($from)),
            Timestamps::to_row($calendar->begin_of(Calendar::add_days($to, 1))),
        ]))->and($viewer->condition('client_id'));
    }
}
