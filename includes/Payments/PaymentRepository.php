<?php

declare(strict_types=1);

namespace Counterfoil\Payments;

use Counterfoil\Invoices\InvoiceRepository;
use Counterfoil\Shared\Clock\Clock;
use Counterfoil\Shared\Clock\Timestamps;
use Counterfoil\Shared\Database\Condition;
use Counterfoil\Shared\Database\Database;
use Counterfoil\Shared\Database\UniqueViolation;
use Counterfoil\Shared\DomainError;
use Counterfoil\Shared\Money\Money;
use Counterfoil\Shared\Viewer;
use DateTimeImmutable;

/**
 * Reads and writes payments. Changes are compare-and-set: they say whether they hit.
 *
 * @phpstan-import-type Value from Database
 */
final readonly class PaymentRepository
{
    private const TABLE = 'payments';

    public function __construct(private Database $database, private Clock $clock, private AllocationRepository $allocations, private InvoiceRepository $invoices)
    {
    }

    public function find(int $id, Viewer $viewer): ?Payment
    {
        $sees = $viewer->condition('client_id');

        return $this->one("id = ? AND {$sees->sql}", [$id, ...$sees->arguments]);
    }

    /** @throws DomainError 404 */
    public function get(int $id, Viewer $viewer): Payment
    {
        return $this->find($id, $viewer) ?? throw DomainError::not_found();
    }

    /**
     * @param list<int> $ids
     * @return array<int, Payment> by id; what the viewer does not see is left out
     */
    public function by_ids(array $ids, Viewer $viewer): array
    {
        if ($ids === []) {
            return [];
        }
        $seen = Condition::in('id', $ids)->and($viewer->condition('client_id'));

        return array_column(array_map(static fn (Payment $payment): array => [$payment->id, $payment], $this->many($seen->sql, $seen->arguments)), 1, 0);
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
        $id = $this->allocations->under_way_of($invoice_id);

        return $id === null ? null : $this->find($id, Viewer::system());
    }

    /** Whether money for an invoice is on its way, or held by a dispute that is not decided: nobody is asked for it meanwhile. */
    public function is_waited_for(int $invoice_id): bool
    {
        return $this->under_way_of($invoice_id) !== null || (new DisputeRepository($this->database, $this->clock))->holds_money_of($invoice_id);
    }

    /** @return list<Payment> under way, and begun since then */
    public function just_left_by(int $client_id, DateTimeImmutable $since): array
    {
        return $this->many(
            "client_id = ? AND created_at >= ? AND id IN (SELECT payment_id FROM {$this->database->table('payment_allocations')} WHERE under_way IS NOT NULL)",
            [$client_id, Timestamps::to_row($since)]
        );
    }

    /**
     * @param list<int> $invoice_ids
     * @return array<int, string|null> those whose payment is with a bank, and the day by which it is known whether the money came
     */
    public function on_their_way(array $invoice_ids): array
    {
        if ($invoice_ids === []) {
            return [];
        }
        $rows = $this->database->rows(
            "SELECT part.under_way, payment.expected_on FROM {$this->database->table('payment_allocations')} part JOIN {$this->table()} payment ON payment.id = part.payment_id
            WHERE part.under_way IN ({$this->database->marks($invoice_ids)}) AND payment.state = ?",
            [...$invoice_ids, PaymentState::Processing->value]
        );

        return array_column(array_map(static fn (array $row): array => [(int) $row['under_way'], $row['expected_on']], $rows), 1, 0);
    }

    /** @return string a value of a statement: the day by which the money for an invoice is known, "" at any moment, NULL where none is with a bank */
    public function expected_on(string $column): string
    {
        return "(SELECT COALESCE(payment.expected_on, '') FROM {$this->database->table('payment_allocations')} part
            JOIN {$this->table()} payment ON payment.id = part.payment_id WHERE part.under_way = {$column} AND payment.state = 'processing')";
    }

    /** @return list<Payment> oldest first */
    public function of_invoice(int $invoice_id, Viewer $viewer): array
    {
        $sees = $viewer->condition('client_id');

        return $this->many("id IN (SELECT payment_id FROM {$this->database->table('payment_allocations')} WHERE invoice_id = ?) AND {$sees->sql}", [$invoice_id, ...$sees->arguments]);
    }

    /**
     * Their rows, until the transaction ends; reads nothing.
     *
     * @param list<int> $ids
     */
    public function hold(array $ids): void
    {
        sort($ids);
        foreach ($ids as $id) {
            $this->database->row("SELECT id FROM {$this->table()} WHERE id = ? FOR UPDATE", [$id]);
        }
    }

    /**
     * What came for these invoices, or is on no invoice with a part of it; oldest first.
     *
     * @param list<int> $invoice_ids of the client, with credit
     * @return list<Payment>
     */
    public function holding_credit(int $client_id, string $currency, array $invoice_ids): array
    {
        $parts = $this->database->table('payment_allocations');
        $for_these = $invoice_ids === [] ? '' : "OR id IN (SELECT payment_id FROM {$parts} WHERE invoice_id IN ({$this->database->marks($invoice_ids)}))";

        return $this->many(
            "client_id = ? AND currency = ? AND state = 'succeeded'
            AND (received > (SELECT COALESCE(SUM(part.amount), 0) FROM {$parts} part WHERE part.payment_id = {$this->table()}.id) {$for_these})",
            [$client_id, $currency, ...$invoice_ids]
        );
    }

    /** Whether money came for an invoice, or may still come. */
    public function has_any(int $invoice_id): bool
    {
        return $this->database->value(
            "SELECT payment.id FROM {$this->database->table('payment_allocations')} part JOIN {$this->table()} payment ON payment.id = part.payment_id
            WHERE part.invoice_id = ? AND (part.under_way IS NOT NULL OR payment.state = 'succeeded') LIMIT 1",
            [$invoice_id]
        ) !== null;
    }

    /** Minor units that were recorded for an invoice as come outside of any gateway. */
    public function received_offline(int $invoice_id): int
    {
        return (int) $this->database->value(
            "SELECT SUM(part.amount) FROM {$this->database->table('payment_allocations')} part JOIN {$this->table()} payment ON payment.id = part.payment_id
            WHERE part.invoice_id = ? AND payment.gateway = ?",
            [$invoice_id, Payment::OFFLINE]
        );
    }

    /** The invoice that money of a pro-forma went over to, or the invoice itself. The caller holds it. */
    public function now_for(int $invoice_id): int
    {
        return $this->invoices->made_of($invoice_id) ?? $invoice_id;
    }

    /** @return list<Payment> of a mode of a gateway, oldest first */
    public function under_way_in(string $gateway, string $mode, int $limit): array
    {
        return array_slice($this->many(
            "gateway = ? AND mode = ? AND id IN (SELECT payment_id FROM {$this->database->table('payment_allocations')} WHERE under_way IS NOT NULL)",
            [$gateway, $mode]
        ), 0, $limit);
    }

    /** How many payments and refunds are not settled yet in a mode. */
    public function open_in(string $gateway, string $mode): int
    {
        $payments = $this->database->value(
            "SELECT COUNT(DISTINCT p.id) FROM {$this->database->table('payment_allocations')} a JOIN {$this->table()} p ON p.id = a.payment_id
            WHERE a.under_way IS NOT NULL AND p.gateway = ? AND p.mode = ?",
            [$gateway, $mode]
        );
        $refunds = $this->database->value(
            "SELECT COUNT(*) FROM {$this->database->table('refunds')} r JOIN {$this->table()} p ON p.id = r.payment_id
            WHERE p.gateway = ? AND p.mode = ? AND r.state IN ('intended', 'unknown', 'pending')",
            [$gateway, $mode]
        );

        return (int) $payments + (int) $refunds;
    }

    /** The payment, and its invoices before it, until the transaction ends. Everybody takes them in this order. */
    public function lock(Payment $payment): Payment
    {
        $this->lock_invoices(array_map(static fn (Allocation $allocation): int => $allocation->invoice_id, $payment->allocations));
        $this->database->row("SELECT id FROM {$this->table()} WHERE id = ? FOR UPDATE", [$payment->id]);

        return $this->get($payment->id, Viewer::system());
    }

    /** @param list<int> $invoice_ids */
    public function lock_invoices(array $invoice_ids): void
    {
        sort($invoice_ids);
        foreach ($invoice_ids as $id) {
            $this->invoices->lock($id);
        }
    }

    /**
     * @param non-empty-array<int, int> $asks minor units for each invoice
     * @param Money $amount all of them together
     * @param bool $is_part whether the payer chose to pay less than is due
     * @throws UniqueViolation when another payment of one of these invoices is under way
     */
    public function intend(array $asks, int $client_id, Gateway $gateway, string $account, Money $amount, bool $is_part = false): int
    {
        $id = $this->insert($client_id, $amount, [
            'gateway' => $gateway->name(),
            'mode' => $gateway->mode(),
            'account' => $account,
            'state' => PaymentState::Intended->value,
            'part' => $is_part ? 1 : 0,
            'idempotency_key' => bin2hex(random_bytes(24)),
        ]);
        foreach ($asks as $invoice_id => $asked) {
            $this->allocations->add($id, $invoice_id, $asked, true);
        }

        return $id;
    }

    /**
     * @param array<int, int> $asks minor units for each invoice
     * @throws UniqueViolation when this key was recorded already
     */
    public function record_offline(array $asks, int $client_id, Money $amount, OfflineMethod $method, string $reference, bool $send_receipt, DateTimeImmutable $paid_at, string $key): int
    {
        $id = $this->insert($client_id, $amount, [
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
        foreach ($asks as $invoice_id => $asked) {
            $this->allocations->add($id, $invoice_id, $asked, false);
        }

        return $id;
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
        $moved = $this->change($payment->id, ['state' => $next->value, ...$values], ['state' => $payment->state->value]);
        if ($moved && $next->is_final()) {
            $this->allocations->release($payment->id);
        }

        return $moved;
    }

    /** @param array<string, int|string|null> $values */
    public function note(int $id, array $values): void
    {
        $this->change($id, $values, []);
    }

    /** Sets a sum aside to be given back, if there is as much. The one place that keeps refunds within what came. */
    public function set_aside(Payment $payment, Money $amount): bool
    {
        return $this->database->execute(
            "UPDATE {$this->table()} SET refunded = refunded + ?, updated_at = ? WHERE id = ? AND state = 'succeeded' AND received - refunded - reversed >= ?",
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

    /** @param int $amount minor units; below zero when it came again */
    public function add_reversed(int $id, int $amount): void
    {
        $this->database->execute("UPDATE {$this->table()} SET reversed = reversed + ?, updated_at = ? WHERE id = ?", [$amount, $this->now(), $id]);
    }

    /** @param array<string, int|string|null> $values */
    private function insert(int $client_id, Money $amount, array $values): int
    {
        return $this->database->insert(self::TABLE, [
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

    /** @param list<Value> $arguments */
    private function one(string $condition, array $arguments): ?Payment
    {
        return $this->many($condition, $arguments)[0] ?? null;
    }

    /**
     * @param list<Value> $arguments
     * @return list<Payment> oldest first
     */
    private function many(string $condition, array $arguments): array
    {
        $rows = $this->database->rows("SELECT * FROM {$this->table()} WHERE {$condition} ORDER BY id", $arguments);
        $allocations = $this->allocations->of_payments(array_map(static fn (array $row): int => (int) $row['id'], $rows));

        return array_map(static fn (array $row): Payment => Payment::from_row($row, $allocations[(int) $row['id']]), $rows);
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
