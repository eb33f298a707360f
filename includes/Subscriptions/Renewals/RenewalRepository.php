<?php

declare(strict_types=1);

namespace Counterfoil\Subscriptions\Renewals;

use Counterfoil\Shared\Calendar;
use Counterfoil\Shared\Clock\Clock;
use Counterfoil\Shared\Clock\Timestamps;
use Counterfoil\Shared\Database\Condition;
use Counterfoil\Shared\Database\Database;
use Counterfoil\Subscriptions\Periods\PeriodLines;
use Counterfoil\Subscriptions\Subscription;

/** Claimed periods and the bills that are made of them. */
final readonly class RenewalRepository
{
    private const TABLE = 'renewals';
    private const PERIODS = 'subscription_periods';

    public function __construct(private Database $database, private Clock $clock)
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
     * @param int|null $client_id null for all
     * @return list<Renewal> whose bill is not issued yet, oldest first
     */
    public function claimed(?int $client_id): array
    {
        $where = new Condition('state = ?', [RenewalState::Claimed->value]);

        return $this->some($client_id === null ? $where : $where->and(new Condition('client_id = ?', [$client_id])));
    }

    /** @return list<Renewal> of a subscription, newest first */
    public function of_subscription(int $subscription_id, int $limit): array
    {
        $rows = $this->database->rows(
            "SELECT DISTINCT renewal_id FROM {$this->database->table(self::PERIODS)} WHERE subscription_id = ? AND renewal_id IS NOT NULL ORDER BY renewal_id DESC LIMIT ?",
            [$subscription_id, $limit]
        );

        return $rows === [] ? [] : array_reverse($this->some(Condition::in('id', array_map(static fn (array $row): int => (int) $row['renewal_id'], $rows))));
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
        $this->database->insert_many(self::PERIODS, array_merge(...array_map(self::periods_of(...), $bills, $ids)));

        return $ids;
    }

    /**
     * All that is on one bill.
     *
     * @param non-empty-list<array{Subscription, ClaimedPeriod}> $claims in the order of the bill
     * @throws \Counterfoil\Shared\Database\UniqueViolation when one was claimed before
     */
    public function claim_all(array $claims, int $renewal_id): void
    {
        $this->database->insert_many(self::PERIODS, self::periods_of($claims, $renewal_id));
    }

    /**
     * @param int|null $renewal_id null for days that are not billed
     * @param list<int> $lines where its bill has what is by days, from 0
     * @throws \Counterfoil\Shared\Database\UniqueViolation when it was claimed before
     */
    public function claim(Subscription $subscription, ClaimedPeriod $claimed, ?int $renewal_id, array $lines = []): void
    {
        $this->database->insert(self::PERIODS, self::period_columns($subscription, $claimed, $renewal_id, $lines));
    }

    /**
     * @param non-empty-list<array{Subscription, ClaimedPeriod}> $claims
     * @return non-empty-list<array<string, int|string|null>>
     */
    private static function periods_of(array $claims, int $renewal_id): array
    {
        $rows = [];
        $next = 0;
        foreach ($claims as [$subscription, $claimed]) {
            $by_days = PeriodLines::by_days($subscription, $claimed->period, $claimed->is_first);
            $rows[] = self::period_columns($subscription, $claimed, $renewal_id, array_map(static fn (int $position): int => $next + $position, array_keys($by_days, true, true)));
            $next += count($by_days);
        }

        return $rows;
    }

    /**
     * @param list<int> $lines where its bill has what is by days, from 0
     * @return array<string, int|string|null>
     */
    private static function period_columns(Subscription $subscription, ClaimedPeriod $claimed, ?int $renewal_id, array $lines): array
    {
        return [
            'subscription_id' => $subscription->id,
            'period_from' => $claimed->period->from,
            'period_to' => $claimed->period->to,
            'kind' => $claimed->period->kind->value,
            'is_first' => $claimed->is_first ? 1 : 0,
            'days_of_interval' => $claimed->period->days_of_interval,
            'interval_unit' => $claimed->interval->unit,
            'interval_count' => $claimed->interval->count,
            'item_set' => $claimed->item_set,
            'with_coupon' => $claimed->with_coupon ? 1 : 0,
            'bill_lines' => $lines === [] ? null : implode(',', $lines),
            'renewal_id' => $renewal_id,
        ];
    }

    /** Whether a bill that stands, or is to be made, has its coupon. */
    public function has_coupon_on_bill(int $subscription_id): bool
    {
        return $this->database->value(
            "SELECT 1 FROM {$this->database->table(self::PERIODS)} period JOIN {$this->database->table(self::TABLE)} renewal ON renewal.id = period.renewal_id
            WHERE period.subscription_id = ? AND period.with_coupon = 1 AND renewal.state <> ?",
            [$subscription_id, RenewalState::CalledOff->value]
        ) !== null;
    }

    /** @return list<BilledPeriod> of a subscription that have a day, or later ones, oldest first */
    public function periods_from(int $subscription_id, string $day): array
    {
        return array_map(BilledPeriod::from_row(...), $this->database->rows(
            "SELECT period.*, renewal.state, renewal.invoice_id FROM {$this->database->table(self::PERIODS)} period
            LEFT JOIN {$this->database->table(self::TABLE)} renewal ON renewal.id = period.renewal_id
            WHERE period.subscription_id = ? AND period.period_to >= ? AND period.replaced_by = 0 ORDER BY period.period_from",
            [$subscription_id, $day]
        ));
    }

    /** It is over before a day; where that is its first, something else comes in its stead. */
    public function cut(BilledPeriod $billed, string $day, int $change_id): void
    {
        $this->database->update(self::PERIODS, $billed->claimed->period->from === $day ? ['replaced_by' => $change_id] : ['period_to' => Calendar::add_days($day, -1)], ['id' => $billed->id]);
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
     * @return bool false when one of them has a bill by now
     */
    public function set_invoices(array $invoice_ids): bool
    {
        $cases = implode(' ', array_fill(0, count($invoice_ids), 'WHEN ? THEN ?'));
        $of = Condition::in('id', array_keys($invoice_ids));
        $each = array_merge(...array_map(static fn (int $id, int $invoice_id): array => [$id, $invoice_id], array_keys($invoice_ids), $invoice_ids));

        return $this->database->execute("UPDATE {$this->database->table(self::TABLE)} SET invoice_id = CASE id {$cases} END WHERE {$of->sql} AND invoice_id IS NULL", [...$each, ...$of->arguments]) === count($invoice_ids);
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

    /** @return bool false when it has another bill by now */
    public function set_invoice(Renewal $renewal, int $invoice_id): bool
    {
        return $this->database->update(self::TABLE, ['invoice_id' => $invoice_id], ['id' => $renewal->id, 'invoice_id' => $renewal->invoice_id]) === 1;
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
    private function some(Condition $where, string $lock = ''): array
    {
        $rows = $this->database->rows("SELECT * FROM {$this->database->table(self::TABLE)} WHERE {$where->sql} ORDER BY id{$lock}", $where->arguments);
        if ($rows === []) {
            return [];
        }
        $of = Condition::in('renewal_id', array_map(static fn (array $row): int => (int) $row['id'], $rows));
        $periods = [];
        foreach ($this->database->rows("SELECT * FROM {$this->database->table(self::PERIODS)} WHERE {$of->sql} ORDER BY period_from, subscription_id, id", $of->arguments) as $row) {
            $periods[(int) $row['renewal_id']][] = $row;
        }

        return array_map(static fn (array $row): Renewal => Renewal::from_row($row, $periods[(int) $row['id']] ?? []), $rows);
    }
}
