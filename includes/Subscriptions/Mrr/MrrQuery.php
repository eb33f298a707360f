<?php

declare(strict_types=1);

namespace Counterfoil\Subscriptions\Mrr;

use Counterfoil\Shared\Database\Condition;
use Counterfoil\Shared\Database\Database;
use Counterfoil\Shared\Viewer;

/**
 * Recurring revenue by currency: now, and how it moved from month to month. Who sees all clients reads what is kept of each month,
 * which costs the same however many subscriptions there are; who sees some reads what is kept of these.
 */
final readonly class MrrQuery
{
    public function __construct(private Database $database)
    {
    }

    /** @return array<string, array{amount: int, subscriptions: int}> minor units, and how many subscriptions count; by currency, those of nothing left out */
    public function now(Viewer $viewer): array
    {
        $where = $viewer->sees_all() ? Condition::always() : $viewer->condition('client_id');
        $table = $this->database->table($viewer->sees_all() ? 'mrr_months' : 'mrr_clients');
        $now = [];
        foreach ($this->database->rows("SELECT currency, SUM(amount) AS amount, SUM(subscriptions) AS subscriptions FROM {$table} WHERE {$where->sql} GROUP BY currency", $where->arguments) as $row) {
            $now[(string) $row['currency']] = ['amount' => (int) $row['amount'], 'subscriptions' => (int) $row['subscriptions']];
        }

        return array_filter($now, static fn (array $of): bool => $of['subscriptions'] !== 0 || $of['amount'] !== 0);
    }

    /**
     * @param list<string> $months "2026-03", one after the other
     * @return array<string, list<MrrMonth>> by currency, a month each
     */
    public function months(array $months, Viewer $viewer): array
    {
        $moved = [];
        foreach ($this->moved($viewer) as $row) {
            $moved[(string) $row['currency']][(string) $row['month']][(string) $row['kind']] = [(int) $row['amount'], (int) $row['subscriptions']];
        }

        return array_map(static fn (array $of): array => self::of_currency($months, $of), $moved);
    }

    /**
     * @param list<string> $months
     * @param array<string, array<string, array{int, int}>> $moved by month and kind
     * @return list<MrrMonth>
     */
    private static function of_currency(array $months, array $moved): array
    {
        $sum = static fn (array $kinds, int $which): int => array_sum(array_column($kinds, $which));
        $before = array_filter($moved, static fn (string $month): bool => $month < $months[0], ARRAY_FILTER_USE_KEY);
        [$amount, $subscriptions] = [array_sum(array_map(static fn (array $kinds): int => $sum($kinds, 0), $before)), array_sum(array_map(static fn (array $kinds): int => $sum($kinds, 1), $before))];
        $of = [];
        foreach ($months as $month) {
            $kinds = $moved[$month] ?? [];
            $amount += $sum($kinds, 0);
            $subscriptions += $sum($kinds, 1);
            $of[] = new MrrMonth($month, $amount, $subscriptions, array_map(static fn (array $moved): int => $moved[0], $kinds));
        }

        return $of;
    }

    /** @return list<array<string, string|null>> all that ever moved, by currency, month and kind */
    private function moved(Viewer $viewer): array
    {
        if ($viewer->sees_all()) {
            return $this->database->rows("SELECT currency, month, kind, amount, subscriptions FROM {$this->database->table('mrr_months')} ORDER BY currency");
        }
        $where = $viewer->condition('client_id');

        return $this->database->rows(
            "SELECT currency, SUBSTR(day, 1, 7) AS month, kind, SUM(amount) AS amount, SUM(subscriptions) AS subscriptions
            FROM {$this->database->table('mrr_movements')} WHERE {$where->sql} GROUP BY currency, SUBSTR(day, 1, 7), kind ORDER BY currency",
            $where->arguments
        );
    }
}
