<?php

declare(strict_types=1);

namespace Counterfoil\Subscriptions\Mrr;

use Counterfoil\Shared\Database\Condition;
use Counterfoil\Shared\Database\Database;
use Counterfoil\Shared\Database\Keyset;
use Counterfoil\Shared\Viewer;

/** Pages of movements of recurring revenue, by their day. */
final readonly class MovementsQuery
{
    public function __construct(private Database $database)
    {
    }

    /**
     * @param array<string, mixed> $filters the contract's movementFilters
     * @param list<int|string>|null $after
     * @return array{movements: list<Movement>, next: list<int|string>|null}
     */
    public function page(array $filters, Viewer $viewer, Keyset $order, int $limit, ?array $after): array
    {
        $where = $viewer->condition('client_id');
        foreach (['kind', 'client_id', 'currency'] as $column) {
            $where = isset($filters[$column]) ? $where->and(new Condition("{$column} = ?", [$filters[$column]])) : $where;
        }
        if (isset($filters['month'])) {
            $where = $where->and(new Condition('day >= ? AND day <= ?', ["{$filters['month']}-01", "{$filters['month']}-31"]));
        }
        $rows = $order->rows($this->database, "SELECT * FROM {$this->database->table('mrr_movements')}", $where, $after, $limit + 1);
        $page = array_slice($rows, 0, $limit);

        return ['movements' => array_map(Movement::from_row(...), $page), 'next' => count($rows) > $limit ? $order->position($page[$limit - 1]) : null];
    }
}
