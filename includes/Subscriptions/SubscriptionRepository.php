<?php

declare(strict_types=1);

namespace Counterfoil\Subscriptions;

use Closure;
use Counterfoil\Shared\Calendar;
use Counterfoil\Shared\Clock\Clock;
use Counterfoil\Shared\Clock\Timestamps;
use Counterfoil\Shared\Database\Condition;
use Counterfoil\Shared\Database\Database;
use Counterfoil\Shared\Database\Deadlock;
use Counterfoil\Shared\DomainError;
use Counterfoil\Shared\Viewer;
use Counterfoil\Subscriptions\Mrr\Mrr;
use Counterfoil\Subscriptions\Mrr\MrrBook;
use Counterfoil\Subscriptions\Renewals\ClaimedPeriod;

final readonly class SubscriptionRepository
{
    private const TABLE = 'subscriptions';
    private const ITEMS = 'subscription_items';
    private const LOCK = ' FOR UPDATE';

    /** @param Closure(): Calendar $calendar */
    public function __construct(private Database $database, private Clock $clock, private MrrBook $book, private Mrr $mrr, private Closure $calendar)
    {
    }

    public function find(int $id, Viewer $viewer): ?Subscription
    {
        return $this->some((new Condition('id = ?', [$id]))->and($viewer->condition('client_id')))[0] ?? null;
    }

    /** @throws DomainError 404 */
    public function get(int $id, Viewer $viewer): Subscription
    {
        return $this->find($id, $viewer) ?? throw DomainError::not_found();
    }

    /**
     * @param list<int> $ids
     * @return array<int, Subscription> by id
     */
    public function by_ids(array $ids, Viewer $viewer): array
    {
        $found = $ids === [] ? [] : $this->some(Condition::in('id', $ids)->and($viewer->condition('client_id')));

        return array_combine(array_map(static fn (Subscription $one): int => $one->id, $found), $found);
    }

    /** As it is now, not as it was when the transaction began; others who change it wait. @throws DomainError 404 */
    public function lock(int $id, Viewer $viewer): Subscription
    {
        return $this->some((new Condition('id = ?', [$id]))->and($viewer->condition('client_id')), self::LOCK)[0] ?? throw DomainError::not_found();
    }

    /** @return list<Subscription> a client's, oldest first */
    public function of_client(int $client_id, Viewer $viewer): array
    {
        return $this->some((new Condition('client_id = ?', [$client_id]))->and($viewer->condition('client_id')));
    }

    /**
     * @param list<int> $client_ids
     * @return array<int, non-empty-list<Subscription>> by client, each one's oldest first
     */
    public function of_clients(array $client_ids, Viewer $viewer): array
    {
        $of = [];
        foreach ($client_ids === [] ? [] : $this->some(Condition::in('client_id', $client_ids)->and($viewer->condition('client_id'))) as $subscription) {
            $of[$subscription->client_id][] = $subscription;
        }

        return $of;
    }

    /** @return list<Subscription> of all clients, lowest id first, behind one */
    public function after(int $id, int $limit): array
    {
        return $this->some(new Condition('id > ?', [$id]), ' LIMIT ' . $limit);
    }

    /** @return list<int> clients that have one that has not ended, lowest first, behind one */
    public function clients_with_any(int $after, int $limit, Viewer $viewer): array
    {
        $where = (new Condition('client_id > ? AND status <> ?', [$after, SubscriptionStatus::Ended->value]))->and($viewer->condition('client_id'));
        $rows = $this->database->rows("SELECT DISTINCT client_id FROM {$this->database->table(self::TABLE)} WHERE {$where->sql} ORDER BY client_id LIMIT ?", [...$where->arguments, $limit]);

        return array_map(static fn (array $row): int => (int) $row['client_id'], $rows);
    }

    /**
     * @param list<int> $client_ids
     * @param string $until the day until which periods that begin are billed, "2026-03-31"
     * @return list<Subscription> those for which something is to be done, oldest first
     */
    public function due_of_clients(array $client_ids, string $until, string $today): array
    {
        return $client_ids === [] ? [] : $this->some(Condition::in('client_id', $client_ids)->and(new Condition('(next_on <= ? OR act_on <= ?)', [$until, $today])));
    }

    /**
     * One query, whether something is due or not.
     *
     * @return list<int> clients of whom something is to be done, the longest waiting first
     */
    public function clients_due(string $until, string $today, int $limit): array
    {
        $table = $this->database->table(self::TABLE);
        $rows = $this->database->rows(
            "SELECT client_id, MIN(due_on) AS due_on FROM (
                SELECT client_id, next_on AS due_on FROM {$table} WHERE next_on <= ?
                UNION ALL SELECT client_id, act_on AS due_on FROM {$table} WHERE act_on <= ?
            ) due GROUP BY client_id ORDER BY due_on, client_id LIMIT ?",
            [$until, $today, $limit]
        );

        return array_map(static fn (array $row): int => (int) $row['client_id'], $rows);
    }

    /** @throws \Counterfoil\Shared\Database\UniqueViolation when there is one of the same origin */
    public function insert(Subscription $subscription): int
    {
        $today = ($this->calendar)()->today();
        $subscription = $this->counted($subscription, $today);
        $id = $this->database->insert(self::TABLE, [
            ...SubscriptionRow::of($subscription),
            'client_id' => $subscription->client_id,
            'currency' => $subscription->currency->code,
            'tax_mode' => $subscription->tax_mode->value,
            'started_on' => $subscription->started_on,
            'origin_invoice_id' => $subscription->origin_invoice_id,
            'origin_key' => $subscription->origin_key,
            'created_at' => Timestamps::to_row($this->clock->now()),
        ]);
        $this->insert_items($id, $subscription->item_set, $subscription->items);
        $this->book->note([[$subscription->with(['id' => $id]), null]], $today);

        return $id;
    }

    /**
     * All of it but its items, by compare-and-set; what it brings in a month is written down with it.
     *
     * @return bool false when somebody else changed it since it was read
     */
    public function save(Subscription $subscription): bool
    {
        return $this->save_all([$subscription]);
    }

    /**
     * @param list<Subscription> $subscriptions
     * @return bool false when somebody else changed one of them since it was read
     */
    public function save_all(array $subscriptions): bool
    {
        $today = ($this->calendar)()->today();
        $rows = [];
        $versions = [];
        $moves = [];
        foreach ($subscriptions as $subscription) {
            $after = $this->counted($subscription, $today)->with(['version' => $subscription->version + 1]);
            $rows[$after->id] = [...SubscriptionRow::of($after), 'version' => $after->version];
            $versions[$after->id] = ['version' => $subscription->version];
            $moves[] = [$after, $subscription->mrr];
        }
        $are_saved = $this->database->update_many(self::TABLE, $rows, $versions) === count($subscriptions);
        if ($are_saved) {
            $this->book->note($moves, $today);
        }

        return $are_saved;
    }

    /**
     * Other items for one that is locked. They count once it is saved with their set.
     *
     * @param non-empty-list<SubscriptionItem> $items
     * @return int their set
     */
    public function add_items(int $id, array $items): int
    {
        $set = 1 + (int) $this->database->value("SELECT MAX(item_set) FROM {$this->database->table(self::ITEMS)} WHERE subscription_id = ?", [$id]);
        $this->insert_items($id, $set, $items);

        return $set;
    }

    /**
     * What periods are billed by: each subscription with the items and the rhythm that the period has.
     *
     * @param list<ClaimedPeriod> $periods
     * @return list<array{Subscription, ClaimedPeriod}> in the same order
     */
    public function as_claimed(array $periods): array
    {
        $ids = array_values(array_unique(array_map(static fn (ClaimedPeriod $claimed): int => $claimed->subscription_id, $periods)));
        $subscriptions = $this->by_ids($ids, Viewer::system());
        $sets = [];
        foreach ($ids === [] ? [] : $this->item_rows(Condition::in('subscription_id', $ids)) as $row) {
            $sets["{$row['subscription_id']}:{$row['item_set']}"][] = SubscriptionItem::from_row($row);
        }

        return array_map(static fn (ClaimedPeriod $claimed): array => [
            $subscriptions[$claimed->subscription_id]->with(['items' => $sets["{$claimed->subscription_id}:{$claimed->item_set}"] ?? $subscriptions[$claimed->subscription_id]->items, 'interval' => $claimed->interval]),
            $claimed,
        ], $periods);
    }

    /** With what it brings in a month. */
    private function counted(Subscription $subscription, string $today): Subscription
    {
        return $subscription->with(['mrr' => $subscription->counts_on($today) ? $this->mrr->of($subscription) : null]);
    }

    /** @param list<SubscriptionItem> $items */
    private function insert_items(int $id, int $set, array $items): void
    {
        foreach ($items as $position => $item) {
            $this->database->insert(self::ITEMS, ['subscription_id' => $id, 'item_set' => $set, 'position' => $position, ...$item->to_row()]);
        }
    }

    /** @return list<Subscription> oldest first */
    private function some(Condition $where, string $end = ''): array
    {
        $rows = $this->database->rows("SELECT * FROM {$this->database->table(self::TABLE)} WHERE {$where->sql} ORDER BY id{$end}", $where->arguments);
        if ($rows === []) {
            return [];
        }
        $items = [];
        foreach ($this->item_rows(Condition::in('subscription_id', array_map(static fn (array $row): int => (int) $row['id'], $rows))) as $row) {
            $items[(int) $row['subscription_id']][(int) $row['item_set']][] = SubscriptionItem::from_row($row);
        }
        $subscriptions = [];
        foreach ($rows as $row) {
            $sets = $items[(int) $row['id']] ?? [];
            if ($end === self::LOCK && (! isset($sets[(int) $row['item_set']]) || ($row['planned_set'] !== null && ! isset($sets[(int) $row['planned_set']])))) {
                // The row is read as it is now, its items as they were when the transaction first looked: somebody changed them since.
                throw new Deadlock("Subscription {$row['id']} has other items than this transaction sees.");
            }
            if (isset($sets[(int) $row['item_set']])) {
                $subscriptions[] = SubscriptionRow::read($row, $sets[(int) $row['item_set']], $sets[(int) $row['planned_set']] ?? []);
            }
        }

        return $subscriptions;
    }

    /** @return list<array<string, string|null>> */
    private function item_rows(Condition $of): array
    {
        return $this->database->rows("SELECT * FROM {$this->database->table(self::ITEMS)} WHERE {$of->sql} ORDER BY subscription_id, item_set, position", $of->arguments);
    }
}
