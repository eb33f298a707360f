<?php

declare(strict_types=1);

namespace Counterfoil\Subscriptions\Renewals;

use Counterfoil\Shared\Database\Condition;
use Counterfoil\Shared\Database\Database;
use Counterfoil\Subscriptions\SubscriptionStatus;

/** To which kept method subscriptions and their bills are charged. */
final readonly class ChargedMethods
{
    private const UNPAID = [RenewalState::Claimed, RenewalState::Billed, RenewalState::GivenUp];

    public function __construct(private Database $database)
    {
    }

    /**
     * @param int|null $method_id null for the client's default
     * @return list<int> subscriptions that were charged to another one
     */
    public function replace(int $client_id, int $before, ?int $method_id): array
    {
        $ids = $this->ids(new Condition('client_id = ? AND method_id = ?', [$client_id, $before]));
        $this->set($ids, $method_id);
        // Also of bills that are paid: a debit may come back.
        $this->database->execute("UPDATE {$this->database->table('renewals')} SET method_id = ? WHERE client_id = ? AND method_id = ?", [$method_id, $client_id, $before]);

        return $ids;
    }

    /**
     * @param non-empty-list<int> $invoice_ids of a bill that started some
     * @param list<int> $also other subscriptions
     * @param int|null $default the client's default: who is charged to that follows it
     * @return list<int> those that were charged to something else, and go on
     */
    public function choose(int $client_id, array $invoice_ids, array $also, int $method_id, ?int $default): array
    {
        $of = Condition::in('origin_invoice_id', $invoice_ids);
        $named = $also === [] ? Condition::never() : Condition::in('id', $also);
        $ids = $this->ids(new Condition(
            "client_id = ? AND status <> ? AND ({$of->sql} OR {$named->sql}) AND COALESCE(method_id, ?) <> ?",
            [$client_id, SubscriptionStatus::Ended->value, ...$of->arguments, ...$named->arguments, $default ?? 0, $method_id]
        ));
        $this->set($ids, $method_id);
        foreach ($this->unpaid_of($ids) as $renewal_id) {
            $this->database->update('renewals', ['method_id' => $method_id], ['id' => $renewal_id]);
        }

        return $ids;
    }

    /** @param list<int> $ids */
    private function set(array $ids, ?int $method_id): void
    {
        if ($ids !== []) {
            $of = Condition::in('id', $ids);
            $this->database->execute("UPDATE {$this->database->table('subscriptions')} SET method_id = ?, version = version + 1 WHERE {$of->sql}", [$method_id, ...$of->arguments]);
        }
    }

    /** @return list<int> */
    private function ids(Condition $where): array
    {
        return array_map(static fn (array $row): int => (int) $row['id'], $this->database->rows("SELECT id FROM {$this->database->table('subscriptions')} WHERE {$where->sql} ORDER BY id", $where->arguments));
    }

    /**
     * @param list<int> $ids of subscriptions
     * @return list<int> bills of theirs that wait for their money
     */
    private function unpaid_of(array $ids): array
    {
        if ($ids === []) {
            return [];
        }
        $where = Condition::in('period.subscription_id', $ids)->and(Condition::in('renewal.state', array_column(self::UNPAID, 'value')));

        return array_map(static fn (array $row): int => (int) $row['id'], $this->database->rows(
            "SELECT DISTINCT renewal.id FROM {$this->database->table('subscription_periods')} period JOIN {$this->database->table('renewals')} renewal ON renewal.id = period.renewal_id WHERE {$where->sql}",
            $where->arguments
        ));
    }
}
