<?php

declare(strict_types=1);

namespace Counterfoil\Payments\Methods;

use Counterfoil\Payments\FailureReason;
use Counterfoil\Payments\Gateway\GatewayMandate;
use Counterfoil\Payments\Gateway\GatewayMethod;
use Counterfoil\Shared\Calendar;
use Counterfoil\Shared\Clock\Clock;
use Counterfoil\Shared\Clock\Timestamps;
use Counterfoil\Shared\Database\Condition;
use Counterfoil\Shared\Database\Database;
use Counterfoil\Shared\Database\UniqueViolation;
use Counterfoil\Shared\DomainError;
use Counterfoil\Shared\Viewer;

/**
 * Reads and writes kept methods. Changes are compare-and-set: they say whether they hit.
 *
 * @phpstan-import-type Value from Database
 */
final readonly class KeptMethodRepository
{
    private const TABLE = 'payment_methods';

    public function __construct(private Database $database, private Clock $clock)
    {
    }

    public function find(int $id, Viewer $viewer): ?KeptMethod
    {
        $sees = $viewer->condition('client_id');

        return $this->many("id = ? AND {$sees->sql}", [$id, ...$sees->arguments])[0] ?? null;
    }

    /**
     * @param list<int> $ids
     * @return array<int, KeptMethod> by id
     */
    public function by_ids(array $ids): array
    {
        if ($ids === []) {
            return [];
        }
        $these = Condition::in('id', $ids);

        return array_column(array_map(static fn (KeptMethod $method): array => [$method->id, $method], $this->many($these->sql, $these->arguments)), 1, 0);
    }

    /** @throws DomainError 404 */
    public function get(int $id, Viewer $viewer): KeptMethod
    {
        return $this->find($id, $viewer) ?? throw DomainError::not_found();
    }

    public function find_at_gateway(string $gateway, string $gateway_method_id): ?KeptMethod
    {
        return $this->many('gateway = ? AND gateway_method_id = ?', [$gateway, $gateway_method_id])[0] ?? null;
    }

    /** @return list<KeptMethod> those that can be charged, the default first, then the newest; of all accounts */
    public function of_client(int $client_id, Viewer $viewer): array
    {
        $sees = $viewer->condition('client_id');

        return $this->many("client_id = ? AND removed_at IS NULL AND {$sees->sql}", [$client_id, ...$sees->arguments]);
    }

    /** @return list<KeptMethod> those of one account that can be charged, in the same order */
    public function of_account(int $client_id, string $gateway, string $mode, string $account): array
    {
        return $this->many('client_id = ? AND gateway = ? AND mode = ? AND account = ? AND removed_at IS NULL', [$client_id, $gateway, $mode, $account]);
    }

    /** @return list<KeptMethod> the same card or account, left before */
    public function left_before(KeptMethod $method): array
    {
        return $method->fingerprint === '' ? [] : array_values(array_filter(
            $this->of_account($method->client_id, $method->gateway, $method->mode, $method->account),
            static fn (KeptMethod $one): bool => $one->id < $method->id && [$one->type, $one->fingerprint] === [$method->type, $method->fingerprint]
        ));
    }

    /**
     * @param non-empty-list<int> $client_ids
     * @return array<int, KeptMethod> of each client that has any the one of an account that is charged unless another one is named
     */
    public function defaults(array $client_ids, string $gateway, string $mode, string $account): array
    {
        $of = Condition::in('client_id', $client_ids);
        $first = [];
        foreach ($this->many("{$of->sql} AND gateway = ? AND mode = ? AND account = ? AND removed_at IS NULL", [...$of->arguments, $gateway, $mode, $account]) as $method) {
            $first[$method->client_id] ??= $method;
        }

        return $first;
    }

    /** @return list<KeptMethod> those that a customer of a gateway has left */
    public function of_customer(string $gateway, string $customer): array
    {
        return $this->many('gateway = ? AND customer = ? AND removed_at IS NULL', [$gateway, $customer]);
    }

    /**
     * @param string $until "2026-03-31"
     * @return list<KeptMethod> whose last good day is that one or earlier, and whose client has not been told; lowest id first, behind one
     */
    public function expiring(string $until, int $after, int $limit): array
    {
        // Good until the last day of their month.
        [$year, $month] = array_map(intval(...), explode('-', Calendar::add_days($until, 1)));

        return array_map(KeptMethod::from_row(...), $this->database->rows(
            "SELECT * FROM {$this->table()} WHERE removed_at IS NULL AND (expiry_year < ? OR (expiry_year = ? AND expiry_month < ?))
            AND expiry_told < expiry_year * 100 + expiry_month AND id > ? ORDER BY id LIMIT ?",
            [$year, $year, $month, $after, $limit]
        ));
    }

    /** @return bool false when the client was told of this expiry, it has another one by now, or was removed */
    public function note_expiry_told(KeptMethod $method): bool
    {
        return $this->database->execute(
            "UPDATE {$this->table()} SET expiry_told = expiry_year * 100 + expiry_month
            WHERE id = ? AND removed_at IS NULL AND expiry_year = ? AND expiry_month = ? AND expiry_told < expiry_year * 100 + expiry_month",
            [$method->id, $method->expiry_year, $method->expiry_month]
        ) === 1;
    }

    /** @return list<KeptMethod> whose payer agreed to this mandate */
    public function of_mandate(string $gateway, string $mandate): array
    {
        return $mandate === '' ? [] : $this->many('gateway = ? AND mandate = ? AND removed_at IS NULL', [$gateway, $mandate]);
    }

    /** The client's methods, until the transaction ends: whoever adds, chooses or removes one takes them first. */
    public function lock_client(int $client_id): void
    {
        $this->lock_to_charge([$client_id], []);
    }

    /**
     * Whoever writes down a charge takes them too: a method is removed before that, or has to wait for the end of the charge.
     *
     * @param non-empty-list<int> $client_ids
     * @param list<int> $method_ids theirs that are to be charged
     * @throws DomainError 409 when one of them was removed
     */
    public function lock_to_charge(array $client_ids, array $method_ids): void
    {
        $of = Condition::in('client_id', $client_ids);
        $rows = $this->database->rows("SELECT id, removed_at FROM {$this->table()} WHERE {$of->sql} FOR UPDATE", $of->arguments);
        $left = array_filter($rows, static fn (array $row): bool => $row['removed_at'] === null);
        if (array_diff($method_ids, array_map(static fn (array $row): int => (int) $row['id'], $left)) !== []) {
            throw DomainError::conflict('method_gone', FailureReason::MethodGone->words());
        }
    }

    /** @return int|null null when it is kept, or was removed, already */
    public function insert(int $client_id, string $gateway, string $account, GatewayMethod $method, ?GatewayMandate $mandate): ?int
    {
        try {
            return $this->database->insert(self::TABLE, [
                'client_id' => $client_id,
                'gateway' => $gateway,
                'mode' => $method->mode,
                'account' => $account,
                'customer' => $method->customer,
                'gateway_method_id' => $method->id,
                'type' => mb_substr($method->type, 0, 40),
                'settles_in_days' => $method->traits->settles_in_days,
                'returns_for_weeks' => $method->traits->returns_for_weeks,
                'mandate' => $mandate->id ?? '',
                'mandate_reference' => mb_substr($mandate->reference ?? '', 0, 100),
                'created_at' => $this->now(),
                ...$this->seen($method),
            ]);
        } catch (UniqueViolation) {
            return null;
        }
    }

    /** @return bool whether anything about it has changed at the gateway */
    public function update(KeptMethod $known, GatewayMethod $method): bool
    {
        if ([$known->label, $known->expiry_month, $known->expiry_year] === [$method->label, $method->expiry_month, $method->expiry_year]) {
            return false;
        }

        return $this->database->update(self::TABLE, $this->seen($method), ['id' => $known->id, 'label' => $known->label, 'expiry_month' => $known->expiry_month, 'expiry_year' => $known->expiry_year, 'removed_at' => null]) === 1;
    }

    public function agreed(int $id, GatewayMandate $mandate): void
    {
        $this->database->update(self::TABLE, ['mandate' => $mandate->id, 'mandate_reference' => mb_substr($mandate->reference, 0, 100)], ['id' => $id]);
    }

    /** It is the default of its account from now on, and no other is. The caller holds the client's. */
    public function make_default(KeptMethod $method): void
    {
        $this->database->execute(
            "UPDATE {$this->table()} SET default_for = NULL WHERE default_for = ? AND gateway = ? AND mode = ? AND account = ? AND id <> ?",
            [$method->client_id, $method->gateway, $method->mode, $method->account, $method->id]
        );
        $this->database->update(self::TABLE, ['default_for' => $method->client_id, 'updated_at' => $this->now()], ['id' => $method->id]);
    }

    /** @return bool false when it was removed before */
    public function remove(int $id, RemovedWhy $why): bool
    {
        return $this->database->update(self::TABLE, ['removed_at' => $this->now(), 'removed_why' => $why->value, 'default_for' => null, 'updated_at' => $this->now()], ['id' => $id, 'removed_at' => null]) === 1;
    }

    /** @return array<string, int|string|null> what of it may change */
    private function seen(GatewayMethod $method): array
    {
        return [
            'label' => mb_substr($method->label, 0, 120),
            'expiry_month' => $method->expiry_month,
            'expiry_year' => $method->expiry_year,
            'fingerprint' => mb_substr($method->fingerprint, 0, 64),
            'updated_at' => $this->now(),
        ];
    }

    /**
     * @param list<Value> $arguments
     * @return list<KeptMethod>
     */
    private function many(string $condition, array $arguments): array
    {
        return array_map(KeptMethod::from_row(...), $this->database->rows("SELECT * FROM {$this->table()} WHERE {$condition} ORDER BY default_for IS NULL, id DESC", $arguments));
    }

    private function table(): string
    {
        return $this->database->table(self::TABLE);
    }

    private function now(): string
    {
        return Timestamps::to_row($this->clock->now());
    }
}
