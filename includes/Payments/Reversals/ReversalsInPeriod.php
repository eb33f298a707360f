<?php

declare(strict_types=1);

namespace Counterfoil\Payments\Reversals;

use Closure;
use Counterfoil\Shared\Calendar;
use Counterfoil\Shared\Clock\Timestamps;
use Counterfoil\Shared\Database\Condition;
use Counterfoil\Shared\Database\Database;
use Counterfoil\Shared\Database\Keyset;
use Counterfoil\Shared\Viewer;

/** Money that was taken back, by the day it was, and that came again, by the day it did: a page at a time. */
final readonly class ReversalsInPeriod
{
    /** @param Closure(): Calendar $calendar */
    public function __construct(private Database $database, private Closure $calendar)
    {
    }

    /**
     * @param 'created_at'|'restored_at' $by
     * @param string $from first day, "2026-03-01"
     * @param string $to last day
     * @param list<int|string>|null $after where the page begins, as `next` said; null for the first one
     * @return array{reversals: list<Reversal>, next: list<int|string>|null}
     */
    public function page(string $by, string $from, string $to, Viewer $viewer, int $limit, ?array $after): array
    {
        $calendar = ($this->calendar)();
        $order = new Keyset($by);
        $where = (new Condition("{$by} >= ? AND {$by} < ?", [
            Timestamps::to_row($calendar->begin_of($from)),
            Timestamps::to_row($calendar->begin_of(Calendar::add_days($to, 1))),
        ]))->and($viewer->condition('client_id'));
        $found = $order->rows($this->database, "SELECT * FROM {$this->database->table('payment_reversals')}", $where, $after, $limit + 1);
        $page = array_slice($found, 0, $limit);

        return ['reversals' => array_map(Reversal::from_row(...), $page), 'next' => count($found) > $limit ? $order->position($page[$limit - 1]) : null];
    }
}
