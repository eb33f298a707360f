<?php

declare(strict_types=1);

namespace Counterfoil\Payments;

use Counterfoil\Shared\Clock\Clock;
use Counterfoil\Shared\Clock\Timestamps;
use Counterfoil\Shared\Database\Database;
use Counterfoil\Shared\Database\UniqueViolation;
use Counterfoil\Shared\DomainError;
use Counterfoil\Shared\Money\Money;
use DateTimeImmutable;

/** Reads and writes payments. Changes are compare-and-set: they say whether they hit. */
final readonly class PaymentRepository
{
    private const TABLE = 'payments';

    public function __construct(private Database $database, private Clock $clock)
    {
    }

    public function find(int $id): ?Payment
    {
        return $this->one('id = ?', [$id]);
    }

    /** @throws DomainError 404 */
    public function get(int $id): Payment
    {
        return $this->find($id) ?? throw DomainError::not_found();
    }

    /** @throws DomainError 404, also for somebody else's */
    public function get_for_client(int $id, int $client_id): Payment
    {
        return $this->one('id = ? AND client_id = ?', [$id, $client_id]) ?? throw DomainError::not_found();
    }

    public function find_at_gateway(string $gateway, string $gateway_payment_id): ?Payment
    {
        return $this->one('gateway = ? AND gateway_payment_id = ?', [$gateway, $gateway_payment_id]);
    }

    public function find_by_key(string $idempotency_key): ?Payment
    {
        return $this->one('idempotency_key = ?', [$idempotency_key]);
    }

    public function under_way_of(int $invoice_id): ?Payment
    {
        return $this->one('under_way = ?', [$invoice_id]);
    }

    /** @return list<Payment> under way, and not asked about by the worker more than a few times: for about twenty minutes */
    public function just_left_by(int $client_id): array
    {
        $rows = $this->database->rows("SELECT * FROM {$this->table()} WHERE under_way IS NOT NULL AND client_id = ? AND checks < 4 ORDER BY id", [$client_id]);

        return array_map(Payment::from_row(...), $rows);
    }

    /** @return list<Payment> oldest first */
    public function of_invoice(int $invoice_id): array
    {
        $rows = $this->database->rows("SELECT * FROM {$this->table()} WHERE invoice_id = ? ORDER BY id", [$invoice_id]);

        return array_map(Payment::from_row(...), $rows);
    }

    /** Minor units that were recorded as come outside of any gateway. */
    public function received_offline(int $invoice_id): int
    {
        return (int) $this->database->value("SELECT SUM(received) FROM {$this->table()} WHERE invoice_id = ? AND gateway = ?", [$invoice_id, Payment::OFFLINE]);
    }

    /** How many payments and refunds are not settled yet in a mode. */
    public function open_in(string $gateway, string $mode): int
    {
        $payments = $this->database->value("SELECT COUNT(*) FROM {$this->table()} WHERE gateway = ? AND mode = ? AND under_way IS NOT NULL", [$gateway, $mode]);
        $refunds = $this->database->value(
            "SELECT COUNT(*) FROM {$this->database->table('refunds')} r JOIN {$this->table()} p ON p.id = r.payment_id
            WHERE p.gateway = ? AND p.mode = ? AND r.state IN ('intended', 'unknown', 'pending')",
            [$gateway, $mode]
        );

        return (int) $payments + (int) $refunds;
    }

    /**
     * The payment, and its invoice before it, until the transaction ends. Everybody takes them in this
     * order. Where locks do nothing (SQLite) transactions that write follow one another anyway.
     */
    public function lock(Payment $payment): Payment
    {
        $this->lock_invoice($payment->invoice_id);
        $row = $this->database->row("SELECT * FROM {$this->table()} WHERE id = ? FOR UPDATE", [$payment->id]);

        return $row !== null ? Payment::from_row($row) : throw DomainError::not_found();
    }

    public function lock_invoice(int $invoice_id): void
    {
        $this->database->row("SELECT id FROM {$this->database->table('invoices')} WHERE id = ? FOR UPDATE", [$invoice_id]);
    }

    /** @throws UniqueViolation when another payment of this invoice is under way */
    public function intend(int $invoice_id, int $client_id, Gateway $gateway, string $account, Money $amount, DateTimeImmutable $check_at): int
    {
        return $this->insert($invoice_id, $client_id, $amount, [
            'gateway' => $gateway->name(),
            'mode' => $gateway->mode(),
            'account' => $account,
            'under_way' => $invoice_id,
            'state' => PaymentState::Intended->value,
            'idempotency_key' => bin2hex(random_bytes(24)),
            'check_at' => Timestamps::to_row($check_at),
        ]);
    }

    /** @throws UniqueViolation when this key was recorded already */
    public function record_offline(int $invoice_id, int $client_id, Money $amount, OfflineMethod $method, string $reference, bool $send_receipt, DateTimeImmutable $paid_at, string $key): int
    {
        return $this->insert($invoice_id, $client_id, $amount, [
            'gateway' => Payment::OFFLINE,
            'mode' => Payment::OFFLINE,
            'state' => PaymentState::Succeeded->value,
            'received' => $amount->amount,
            'method' => $method->value,
            'reference' => $reference,
            'send_receipt' => $send_receipt ? 1 : 0,
            'idempotency_key' => $key,
            'succeeded_at' => Timestamps::to_row($paid_at),
        ]);
    }

    /** The gateway's id arrived. @return bool false when the payment has one already */
    public function attach(int $id, string $gateway_payment_id): bool
    {
        return $this->change($id, ['gateway_payment_id' => $gateway_payment_id], ['gateway_payment_id' => null]);
    }

    /**
     * @param array<string, int|string|null> $values further columns
     * @return bool false when it is not in the state it was believed to be in
     */
    public function move(Payment $payment, PaymentState $next, array $values = []): bool
    {
        $ends = $next->is_final() ? ['under_way' => null, 'check_at' => null, 'lease_until' => null] : [];

        return $this->change($payment->id, ['state' => $next->value, ...$ends, ...$values], ['state' => $payment->state->value]);
    }

    /** @param array<string, int|string|null> $values */
    public function note(int $id, array $values): void
    {
        $this->change($id, $values, []);
    }

    /** Those the gateway is to be asked about. */
    public function checks(): CheckQueue
    {
        return new CheckQueue($this->database, $this->clock, self::TABLE);
    }

    /** Sets a sum aside to be given back, if there is as much. The one place that keeps refunds within what came. */
    public function set_aside(Payment $payment, Money $amount): bool
    {
        return $this->database->execute(
            "UPDATE {$this->table()} SET refunded = refunded + ?, updated_at = ? WHERE id = ? AND state = 'succeeded' AND received - refunded >= ?",
            [$amount->amount, $this->now(), $payment->id, $amount->amount]
        ) === 1;
    }

    /** The gateway gave back without being asked by us: it happened, whatever the sum. */
    public function add_refunded(int $id, Money $amount): void
    {
        $this->database->execute("UPDATE {$this->table()} SET refunded = refunded + ?, updated_at = ? WHERE id = ?", [$amount->amount, $this->now(), $id]);
    }

    /** What was set aside is not given back after all. */
    public function set_free(int $id, Money $amount): void
    {
        $this->database->execute("UPDATE {$this->table()} SET refunded = refunded - ?, updated_at = ? WHERE id = ?", [$amount->amount, $this->now(), $id]);
    }

    /** @param array<string, int|string|null> $values */
    private function insert(int $invoice_id, int $client_id, Money $amount, array $values): int
    {
        return $this->database->insert(self::TABLE, [
            'invoice_id' => $invoice_id,
            'client_id' => $client_id,
            'amount' => $amount->amount,
            'currency' => $amount->currency->code,
            'created_at' => $this->now(),
            'updated_at' => $this->now(),
            ...$values,
        ]);
    }

    /**
     * @param array<string, int|string|null> $values
     * @param array<string, int|string|null> $if
     */
    private function change(int $id, array $values, array $if): bool
    {
        return $this->database->update(self::TABLE, [...$values, 'updated_at' => $this->now()], ['id' => $id, ...$if]) === 1;
    }

    /** @param list<int|string|null> $arguments */
    private function one(string $condition, array $arguments): ?Payment
    {
        $row = $this->database->row("SELECT * FROM {$this->table()} WHERE {$condition}", $arguments);

        return $row === null ? null : Payment::from_row($row);
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
