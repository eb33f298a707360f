<?php

declare(strict_types=1);

namespace Counterfoil\Payments\Refunds;

use Counterfoil\Payments\Payment;
use Counterfoil\Payments\PaymentRepository;
use Counterfoil\Shared\Clock\Clock;
use Counterfoil\Shared\Clock\Timestamps;
use Counterfoil\Shared\Database\Database;
use Counterfoil\Shared\Database\UniqueViolation;
use Counterfoil\Shared\DomainError;
use Counterfoil\Shared\Money\Money;
use Counterfoil\Shared\Viewer;

/** Reads and writes refunds. Changes are compare-and-set: they say whether they hit. */
final readonly class RefundRepository
{
    private const TABLE = 'refunds';

    public function __construct(private Database $database, private Clock $clock)
    {
    }

    public function find(int $id): ?Refund
    {
        return $this->one('id = ?', [$id]);
    }

    /** @throws DomainError 404 */
    public function get(int $id): Refund
    {
        return $this->find($id) ?? throw DomainError::not_found();
    }

    public function find_by_key(string $idempotency_key): ?Refund
    {
        return $this->one('idempotency_key = ?', [$idempotency_key]);
    }

    public function find_at_gateway(string $gateway, string $gateway_refund_id): ?Refund
    {
        return $this->one('gateway = ? AND gateway_refund_id = ?', [$gateway, $gateway_refund_id]);
    }

    /** @return list<Refund> those whose key begins like this, in whatever state */
    public function begun(string $prefix): array
    {
        return array_map(Refund::from_row(...), $this->database->rows("SELECT * FROM {$this->table()} WHERE idempotency_key LIKE ? ORDER BY id", ["{$prefix}%"]));
    }

    /** @return list<Refund> oldest first */
    public function of_payment(int $payment_id): array
    {
        return array_map(Refund::from_row(...), $this->database->rows("SELECT * FROM {$this->table()} WHERE payment_id = ? ORDER BY id", [$payment_id]));
    }

    /**
     * @param list<int> $payment_ids
     * @return array<int, Refund> by payment, the newest one where that had been accepted and failed after all: nothing was refunded since
     */
    public function failed_of(array $payment_ids): array
    {
        $rows = $payment_ids === [] ? [] : $this->database->rows(
            "SELECT * FROM {$this->table()} WHERE state = ? AND gateway_refund_id IS NOT NULL
            AND id IN (SELECT MAX(id) FROM {$this->table()} WHERE payment_id IN ({$this->database->marks($payment_ids)}) GROUP BY payment_id)",
            [RefundState::Failed->value, ...$payment_ids]
        );

        return array_column(array_map(Refund::from_row(...), $rows), null, 'payment_id');
    }

    /** @throws UniqueViolation when this key, or the gateway's id, is there already */
    public function insert(Payment $payment, Money $amount, RefundState $state, string $reason, string $key, ?string $gateway_refund_id = null): int
    {
        return $this->database->insert(self::TABLE, [
            'payment_id' => $payment->id,
            'client_id' => $payment->client_id,
            'gateway' => $payment->gateway,
            'gateway_refund_id' => $gateway_refund_id,
            'state' => $state->value,
            'amount' => $amount->amount,
            'currency' => $amount->currency->code,
            'reason' => $reason,
            'idempotency_key' => $key,
            'created_at' => $this->now(),
            'updated_at' => $this->now(),
        ]);
    }

    /** The refund, and its payment and the invoices before it, until the transaction ends. */
    public function lock(Refund $refund, PaymentRepository $payments): Refund
    {
        $payments->lock($payments->get($refund->payment_id, Viewer::system()));
        $row = $this->database->row("SELECT * FROM {$this->table()} WHERE id = ? FOR UPDATE", [$refund->id]);

        return $row !== null ? Refund::from_row($row) : throw DomainError::not_found();
    }

    /**
     * @param array<string, int|string|null> $values further columns
     * @return bool false when it is not in the state it was believed to be in
     */
    public function move(Refund $refund, RefundState $next, array $values = []): bool
    {
        return $this->database->update(
            self::TABLE,
            ['state' => $next->value, 'updated_at' => $this->now(), ...$values],
            ['id' => $refund->id, 'state' => $refund->state->value]
        ) === 1;
    }

    /** @param list<int|string|null> $arguments */
    private function one(string $condition, array $arguments): ?Refund
    {
        $row = $this->database->row("SELECT * FROM {$this->table()} WHERE {$condition}", $arguments);

        return $row === null ? null : Refund::from_row($row);
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
