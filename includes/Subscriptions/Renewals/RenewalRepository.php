<?php

declare(strict_types=1);

namespace Counterfoil\Subscriptions\Renewals;

use Counterfoil\Shared\Clock\Clock;
use Counterfoil\Shared\Clock\Timestamps;
use Counterfoil\Shared\Database\Condition;
use Counterfoil\Shared\Database\Database;
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

    public function insert(int $client_id, string $from, ?int $method_id, ?int $invoice_id = null, RenewalState $state = RenewalState::Claimed): int
    {
        return $this->database->insert(self::TABLE, [
            'client_id' => $client_id,
            'invoice_id' => $invoice_id,
            'state' => $state->value,
            'period_from' => $from,
            'method_id' => $method_id,
            'created_at' => Timestamps::to_row($this->clock->now()),
        ]);
    }

    /**
     * @param int|null $renewal_id null for days that are not billed
     * @throws \Counterfoil\Shared\Database\UniqueViolation when it was claimed before
     */
    public function claim(Subscription $subscription, ClaimedPeriod $claimed, ?int $renewal_id): void
    {
        $this->database->insert(self::PERIODS, [
            'subscription_id' => $subscription->id,
            'period_from' => $claimed->period->from,
            'period_to' => $claimed->period->to,
            'kind' => $claimed->period->kind->value,
            'is_first' => $claimed->is_first ? 1 : 0,
            'days_of_interval' => $claimed->period->days_of_interval,
            'renewal_id' => $renewal_id,
        ]);
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
        foreach ($this->database->rows("SELECT * FROM {$this->database->table(self::PERIODS)} WHERE {$of->sql} ORDER BY period_from, subscription_id", $of->arguments) as $row) {
            $periods[(int) $row['renewal_id']][] = $row;
        }

        return array_map(static fn (array $row): Renewal => Renewal::from_row($row, $periods[(int) $row['id']] ?? []), $rows);
    }
}
