<?php

declare(strict_types=1);

namespace Counterfoil\Subscriptions\Renewals;

use Counterfoil\Shared\Clock\Clock;
use Counterfoil\Shared\Clock\Timestamps;
use Counterfoil\Shared\Database\Condition;
use Counterfoil\Shared\Database\Database;
use Counterfoil\Shared\Viewer;
use Counterfoil\Subscriptions\Subscription;

/** The bills that are made of claimed periods. */
final readonly class RenewalRepository
{
    private const TABLE = 'renewals';

    public function __construct(private Database $database, private Clock $clock, private PeriodRepository $periods)
    {
    }

    public function find(int $id): ?Renewal
    {
        return $this->some(new Condition('id = ?', [$id]))[0] ?? null;
    }

    /** As it is now; others who change it wait. */
    public function lock(int $id): ?Renewal
    {
        return $this->some(new Condition('id = ?', [$id]), ' FOR UPDATE')[0] ?? null;
    }

    public function of_invoice(int $invoice_id): ?Renewal
    {
        return $this->some(new Condition('invoice_id = ?', [$invoice_id]))[0] ?? null;
    }

    /**
     * The same of many, as they are now; others who change them wait.
     *
     * @param non-empty-list<int> $invoice_ids
     * @return array<int, Renewal> by invoice
     */
    public function lock_of_invoices(array $invoice_ids): array
    {
        $renewals = [];
        foreach ($this->some(Condition::in('invoice_id', $invoice_ids), ' FOR UPDATE') as $renewal) {
            $renewals[(int) $renewal->invoice_id] ??= $renewal;
        }

        return $renewals;
    }

    /** @return list<Renewal> a client's whose bill waits for its money, as they are now, oldest first */
    public function lock_unpaid(int $client_id): array
    {
        return $this->some((new Condition('client_id = ?', [$client_id]))->and(Condition::in('state', [RenewalState::Billed->value, RenewalState::GivenUp->value])), ' FOR UPDATE');
    }

    /**
     * @param non-empty-list<RenewalState> $states
     * @return list<Renewal> a client's that are in one of these states, oldest first
     */
    public function of_client(int $client_id, array $states): array
    {
        return $this->some((new Condition('client_id = ?', [$client_id]))->and(Condition::in('state', array_map(static fn (RenewalState $state): string => $state->value, $states))));
    }

    /**
     * @param non-empty-list<int> $client_ids
     * @return list<Renewal> whose bill could not be made, oldest first
     */
    public function blocked_of(array $client_ids): array
    {
        return $this->some(self::is_blocked(Condition::in('client_id', $client_ids)));
    }

    /**
     * @param int|null $client_id null for all
     * @return list<Renewal> whose bill is not issued yet, oldest first
     */
    public function claimed(?int $client_id): array
    {
        $where = new Condition('state = ?', [RenewalState::Claimed->value]);

        return $this->some($client_id === null ? $where : $where->and(new Condition('client_id = ?', [$client_id])));
    }

    /** @return list<Renewal> whose bill can't be issued until somebody mends something, oldest first */
    public function blocked(Viewer $viewer, int $limit): array
    {
        return $this->some(self::is_blocked($viewer->condition('client_id')), " LIMIT {$limit}");
    }

    public function count_blocked(Viewer $viewer): int
    {
        $where = self::is_blocked($viewer->condition('client_id'));

        return (int) $this->database->value("SELECT COUNT(*) FROM {$this->database->table(self::TABLE)} WHERE {$where->sql}", $where->arguments);
    }

    private static function is_blocked(Condition $whose): Condition
    {
        return (new Condition("state = ? AND blocked <> ''", [RenewalState::Claimed->value]))->and($whose);
    }

    /** @return list<Renewal> of a subscription, newest first */
    public function of_subscription(int $subscription_id, int $limit): array
    {
        $ids = $this->periods->renewals_of($subscription_id, $limit);

        return $ids === [] ? [] : array_reverse($this->some(Condition::in('id', $ids)));
    }

    public function insert(int $client_id, string $from, ?int $method_id, ?int $invoice_id = null, RenewalState $state = RenewalState::Claimed, bool $is_instead = false): int
    {
        return $this->database->insert(self::TABLE, $this->columns($client_id, $from, $method_id, $invoice_id, $state, $is_instead));
    }

    /** @return array<string, int|string|null> */
    private function columns(int $client_id, string $from, ?int $method_id, ?int $invoice_id = null, RenewalState $state = RenewalState::Claimed, bool $is_instead = false): array
    {
        return [
            'client_id' => $client_id,
            'invoice_id' => $invoice_id,
            'state' => $state->value,
            'period_from' => $from,
            'method_id' => $method_id,
            'is_instead' => $is_instead ? 1 : 0,
            'created_at' => Timestamps::to_row($this->clock->now()),
        ];
    }

    /**
     * Bills to be made, and all that is on them.
     *
     * @param list<non-empty-list<array{Subscription, ClaimedPeriod}>> $bills the claims of each in the order of the bill
     * @return list<int> ids, in their order
     * @throws \Counterfoil\Shared\Database\UniqueViolation when one of the periods was claimed before
     */
    public function insert_bills(array $bills): array
    {
        if ($bills === []) {
            return [];
        }
        $ids = $this->database->insert_many(self::TABLE, array_map(fn (array $claims): array => $this->columns($claims[0][0]->client_id, $claims[0][1]->period->from, $claims[0][0]->method_id), $bills));
        $this->periods->claim_bills($bills, $ids);

        return $ids;
    }

    /**
     * @param list<int> $ids
     * @return list<Renewal> oldest first
     */
    public function by_ids(array $ids): array
    {
        return $ids === [] ? [] : $this->some(Condition::in('id', $ids));
    }

    /**
     * Many that have none yet.
     *
     * @param non-empty-array<int, int> $invoice_ids by renewal
     * @return bool false when one of them has a bill by now, or was called off
     */
    public function set_invoices(array $invoice_ids): bool
    {
        $cases = implode(' ', array_fill(0, count($invoice_ids), 'WHEN ? THEN ?'));
        $of = Condition::in('id', array_keys($invoice_ids));
        $each = array_merge(...array_map(static fn (int $id, int $invoice_id): array => [$id, $invoice_id], array_keys($invoice_ids), $invoice_ids));

        return $this->database->execute("UPDATE {$this->database->table(self::TABLE)} SET invoice_id = CASE id {$cases} END WHERE {$of->sql} AND invoice_id IS NULL AND state = ?", [...$each, ...$of->arguments, RenewalState::Claimed->value]) === count($invoice_ids);
    }

    /**
     * @param non-empty-list<Renewal> $renewals all of them in the same state
     * @return bool false when one of them was not in that state any more
     */
    public function move_all(array $renewals, RenewalState $state): bool
    {
        $these = Condition::in('id', array_map(static fn (Renewal $renewal): int => $renewal->id, $renewals));

        return $this->database->execute(
            "UPDATE {$this->database->table(self::TABLE)} SET state = ? WHERE {$these->sql} AND state = ?",
            [$state->value, ...$these->arguments, $renewals[0]->state->value]
        ) === count($renewals);
    }

    /** @return bool false when it has another bill by now, or was called off */
    public function set_invoice(Renewal $renewal, int $invoice_id): bool
    {
        return $this->database->update(self::TABLE, ['invoice_id' => $invoice_id], ['id' => $renewal->id, 'invoice_id' => $renewal->invoice_id, 'state' => $renewal->state->value]) === 1;
    }

    /**
     * @param array<string, int|string|null> $columns further ones
     * @return bool false when it was not in that state any more
     */
    public function move(Renewal $renewal, RenewalState $state, array $columns = []): bool
    {
        return $this->database->update(self::TABLE, ['state' => $state->value] + $columns, ['id' => $renewal->id, 'state' => $renewal->state->value]) === 1;
    }

    /**
     * The same of many that the caller has locked.
     *
     * @param array<int, Renewal> $renewals
     * @param array<int, array<string, int|string|null>> $columns further ones of each, by the same keys
     */
    public function move_each(array $renewals, RenewalState $state, array $columns): void
    {
        $values = [];
        foreach ($renewals as $key => $renewal) {
            $values[$renewal->id] = ['state' => $state->value] + $columns[$key];
        }
        $this->database->update_many(self::TABLE, $values);
    }

    /** @param array<string, int|string|null> $columns */
    public function note(int $id, array $columns): void
    {
        $this->database->update(self::TABLE, $columns, ['id' => $id]);
    }

    /** @return list<int> bills that wait for their money; their ids, lowest first, behind one */
    public function billed(int $after, int $limit): array
    {
        $rows = $this->database->rows("SELECT id FROM {$this->database->table(self::TABLE)} WHERE state = ? AND id > ? ORDER BY id LIMIT ?", [RenewalState::Billed->value, $after, $limit]);

        return array_map(static fn (array $row): int => (int) $row['id'], $rows);
    }

    /** @return list<Renewal> oldest first */
    private function some(Condition $where, string $end = ''): array
    {
        $rows = $this->database->rows("SELECT * FROM {$this->database->table(self::TABLE)} WHERE {$where->sql} ORDER BY id{$end}", $where->arguments);
        if ($rows === []) {
            return [];
        }
        $periods = $this->periods->of_renewals(array_map(static fn (array $row): int => (int) $row['id'], $rows));

        return array_map(static fn (array $row): Renewal => Renewal::from_row($row, $periods[(int) $row['id']] ?? []), $rows);
    }
}
