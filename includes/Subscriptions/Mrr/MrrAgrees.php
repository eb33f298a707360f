<?php

declare(strict_types=1);

namespace Counterfoil\Subscriptions\Mrr;

use Closure;
use Counterfoil\Invoices\Tax;
use Counterfoil\Invoices\TaxMode;
use Counterfoil\Ledger\Checks\ClientsInTables;
use Counterfoil\Ledger\Difference;
use Counterfoil\Ledger\RecurringFigures;
use Counterfoil\Shared\Calendar;
use Counterfoil\Shared\Database\Database;
use Counterfoil\Subscriptions\Subscription;
use Counterfoil\Subscriptions\SubscriptionItem;
use Counterfoil\Subscriptions\SubscriptionRepository;

/** What is kept of recurring revenue, computed again from the subscriptions: of each of them, of each client, of each month. */
final readonly class MrrAgrees implements RecurringFigures
{
    private const CHUNK = 500;

    /** @param Closure(): Calendar $calendar */
    public function __construct(private Database $database, private SubscriptionRepository $subscriptions, private Mrr $mrr, private Closure $calendar)
    {
    }

    public function differences(): iterable
    {
        $after = 0;
        while (($chunk = $this->subscriptions->after($after, self::CHUNK)) !== []) {
            $ids = array_map(static fn (Subscription $subscription): int => $subscription->id, $chunk);
            $after = max($ids);
            $moved = $this->moved($ids);
            foreach ($chunk as $subscription) {
                yield from $this->of_subscription($subscription, $moved[$subscription->id] ?? []);
            }
        }
        yield from $this->of_clients();
        yield from $this->of_months();
    }

    /**
     * @param array<string, int> $moved
     * @return list<Difference>
     */
    private function of_subscription(Subscription $subscription, array $moved): array
    {
        $today = ($this->calendar)()->today();
        $act_on = $subscription->act_on();
        // What begins or ends by the clock is written down when the worker comes by.
        $is_waiting = $act_on !== null && $act_on <= $today;
        $should_be = $is_waiting ? $subscription->mrr : ($subscription->counts_on($today) ? $this->computed($subscription) : null);

        return Difference::between("subscription {$subscription->id}", [
            'recurring revenue' => $subscription->mrr ?? 'none',
            'sum of its movements' => $moved['amount'] ?? 0,
            'times it counts' => $moved['subscriptions'] ?? 0,
        ], [
            'recurring revenue' => $should_be ?? 'none',
            'sum of its movements' => $subscription->mrr ?? 0,
            'times it counts' => $subscription->mrr === null ? 0 : 1,
        ]);
    }

    private function computed(Subscription $subscription): int
    {
        // What depends on the tax of the day it was written down on can't be computed again on another one.
        $follows_tax = $subscription->tax_mode === TaxMode::Inclusive && in_array(null, array_map(static fn (SubscriptionItem $item): ?Tax => $item->tax, $subscription->items), true);

        return $follows_tax && $subscription->mrr !== null ? $subscription->mrr : $this->mrr->of($subscription);
    }

    /**
     * @param non-empty-list<int> $ids
     * @return array<int, array<string, int>> sums of its movements, by subscription
     */
    private function moved(array $ids): array
    {
        $rows = $this->database->rows(
            "SELECT subscription_id, SUM(amount) AS amount, SUM(subscriptions) AS subscriptions FROM {$this->database->table('mrr_movements')} WHERE subscription_id IN ({$this->database->marks($ids)}) GROUP BY subscription_id",
            $ids
        );

        return array_combine(array_map(static fn (array $row): int => (int) $row['subscription_id'], $rows), array_map(self::figures(...), $rows));
    }

    /** @return iterable<Difference> */
    private function of_clients(): iterable
    {
        foreach ((new ClientsInTables($this->database))->pieces(['subscriptions', 'mrr_clients'], self::CHUNK) as $ids) {
            $of = "client_id IN ({$this->database->marks($ids)})";
            yield from self::compare(
                'client',
                $this->database->rows("SELECT client_id, currency, amount, subscriptions FROM {$this->database->table('mrr_clients')} WHERE {$of}", $ids),
                $this->database->rows("SELECT client_id, currency, SUM(mrr) AS amount, COUNT(mrr) AS subscriptions FROM {$this->database->table('subscriptions')} WHERE {$of} GROUP BY client_id, currency", $ids)
            );
        }
    }

    /** @return iterable<Difference> */
    private function of_months(): iterable
    {
        return self::compare(
            'month',
            $this->database->rows("SELECT currency, month, kind, amount, subscriptions FROM {$this->database->table('mrr_months')}"),
            $this->database->rows("SELECT currency, SUBSTR(day, 1, 7) AS month, kind, SUM(amount) AS amount, SUM(subscriptions) AS subscriptions FROM {$this->database->table('mrr_movements')} GROUP BY currency, SUBSTR(day, 1, 7), kind")
        );
    }

    /**
     * @param list<array<string, string|null>> $kept
     * @param list<array<string, string|null>> $should_be
     * @return iterable<Difference>
     */
    private static function compare(string $what, array $kept, array $should_be): iterable
    {
        [$kept, $should_be] = [self::by_name($what, $kept), self::by_name($what, $should_be)];
        foreach (array_keys($should_be + $kept) as $name) {
            yield from Difference::between($name, $kept[$name] ?? self::figures([]), $should_be[$name] ?? self::figures([]));
        }
    }

    /**
     * @param list<array<string, string|null>> $rows
     * @return array<string, array<string, int>>
     */
    private static function by_name(string $what, array $rows): array
    {
        $named = [];
        foreach ($rows as $row) {
            $figures = self::figures($row);
            $named["recurring revenue of {$what} " . implode(' ', array_diff_key($row, $figures))] = $figures;
        }

        return $named;
    }

    /**
     * @param array<string, string|null> $row
     * @return array{amount: int, subscriptions: int}
     */
    private static function figures(array $row): array
    {
        return ['amount' => (int) ($row['amount'] ?? 0), 'subscriptions' => (int) ($row['subscriptions'] ?? 0)];
    }
}
