<?php

declare(strict_types=1);

namespace Counterfoil\Payments;

use Closure;
use Counterfoil\Invoices\InvoiceRepository;
use Counterfoil\Payments\Gateway\Gateway;
use Counterfoil\Payments\Offline\OfflineMethod;
use Counterfoil\Shared\Calendar;
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

    /** @param Closure(): Calendar $calendar */
    public function __construct(private Database $database, private Clock $clock, private AllocationRepository $allocations, private InvoiceRepository $invoices, private Closure $calendar, private ReceivedDays $days)
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

    /**
     * @param list<string> $idempotency_keys
     * @return list<string> those of them that payments have
     */
    public function known_keys(array $idempotency_keys): array
    {
        if ($idempotency_keys === []) {
            return [];
        }
        $these = Condition::in('idempotency_key', $idempotency_keys);

        return array_map(static fn (array $row): string => (string) $row['idempotency_key'], $this->database->rows("SELECT idempotency_key FROM {$this->table()} WHERE {$these->sql}", $these->arguments));
    }

    public function under_way_of(int $invoice_id): ?Payment
    {
        $id = $this->allocations->under_way_of($invoice_id);

        return $id === null ? null : $this->find($id, Viewer::system());
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

    /** The invoice that money of a pro-forma went over to, or the invoice itself. The caller holds it. */
    public function now_for(int $invoice_id): int
    {
        return $this->invoices->made_of($invoice_id) ?? $invoice_id;
    }

    /** The payment, and its invoices before it, until the transaction ends. Everybody takes them in this order. */
    public function lock(Payment $payment): Payment
    {
        return $this->lock_many([$payment])[$payment->id] ?? throw DomainError::not_found();
    }

    /**
     * The same of many: all invoices, then all payments.
     *
     * @param non-empty-list<Payment> $payments
     * @return array<int, Payment> by id, as they are now
     */
    public function lock_many(array $payments): array
    {
        $this->lock_invoices(array_merge(...array_map(static fn (Payment $payment): array => array_map(static fn (Allocation $allocation): int => $allocation->invoice_id, $payment->allocations), $payments)));
        $these = Condition::in('id', array_map(static fn (Payment $payment): int => $payment->id, $payments));

        return array_column(array_map(static fn (Payment $payment): array => [$payment->id, $payment], $this->many($these->sql, $these->arguments, ' FOR UPDATE')), 1, 0);
    }

    /** @param list<int> $invoice_ids */
    public function lock_invoices(array $invoice_ids): void
    {
        $this->invoices->lock($invoice_ids);
    }

    /**
     * @param non-empty-list<Intent> $intents
     * @return list<int> ids, in their order
     * @throws UniqueViolation when another payment of one of their invoices is under way, or has one of their keys
     */
    public function intend(array $intents, Gateway $gateway, string $account): array
    {
        $ids = $this->database->insert_many(self::TABLE, array_map(fn (Intent $intent): array => $this->columns($intent->client_id, $intent->amount, [
            'method_id' => $intent->method_id,
            'consent' => $intent->consent,
            'asked_at' => $intent->is_claimed ? $this->now() : null,
            'gateway' => $gateway->name(),
            'mode' => $gateway->mode(),
            'account' => $account,
            'state' => PaymentState::Intended->value,
            'part' => $intent->is_part ? 1 : 0,
            'idempotency_key' => $intent->key ?? bin2hex(random_bytes(24)),
        ]), $intents));
        $this->allocations->add_under_way(array_combine($ids, array_map(static fn (Intent $intent): array => $intent->asks, $intents)));

        return $ids;
    }

    /**
     * @param array<int, int> $asks minor units for each invoice
     * @throws UniqueViolation when this key was recorded already
     */
    public function record_offline(array $asks, int $client_id, Money $amount, OfflineMethod $method, string $reference, bool $send_receipt, DateTimeImmutable $paid_at, string $key): int
    {
        $id = $this->database->insert(self::TABLE, $this->columns($client_id, $amount, [
            'gateway' => Payment::OFFLINE,
            'mode' => Payment::OFFLINE,
            'state' => PaymentState::Succeeded->value,
            'received' => $amount->amount,
            'method' => $method->value,
            'reference' => $reference,
            'send_receipt' => $send_receipt ? 1 : 0,
            'idempotency_key' => $key,
            'succeeded_at' => Timestamps::to_row($paid_at),
            'received_on' => ($this->calendar)()->day($paid_at),
        ]));
        $this->days->came($id, $amount->amount, $amount->currency->code, ($this->calendar)()->day($paid_at));
        foreach ($asks as $invoice_id => $asked) {
            $this->allocations->add($id, $invoice_id, $asked);
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
        return $this->move_all([$payment], $next, [$values]);
    }

    /**
     * @param non-empty-list<Payment> $payments
     * @param list<array<string, int|string|null>> $values further columns of each, the same ones
     * @return bool false when one of them is not in the state it was believed to be in
     */
    public function move_all(array $payments, PaymentState $next, array $values): bool
    {
        $ids = array_map(static fn (Payment $payment): int => $payment->id, $payments);
        $are_moved = $this->database->update_many(
            self::TABLE,
            array_combine($ids, array_map(fn (array $of): array => ['state' => $next->value, ...$of, 'updated_at' => $this->now()], $values)),
            array_combine($ids, array_map(static fn (Payment $payment): array => ['state' => $payment->state->value], $payments))
        ) === count($payments);
        if (! $are_moved) {
            return false;
        }
        if ($next->is_final()) {
            $this->allocations->release($ids);
        }
        foreach ($payments as $index => $payment) {
            // Written once, when the money comes.
            if (isset($values[$index]['received_on'])) {
                $this->days->came($payment->id, (int) ($values[$index]['received'] ?? 0), $payment->amount->currency->code, (string) $values[$index]['received_on']);
            }
        }

        return true;
    }

    /** @param array<string, int|string|null> $values */
    public function note(int $id, array $values): void
    {
        $this->change($id, $values, []);
    }

    /**
     * @param array<string, int|string|null> $values
     * @return array<string, int|string|null>
     */
    private function columns(int $client_id, Money $amount, array $values): array
    {
        return [
            'client_id' => $client_id,
            'amount' => $amount->amount,
            'currency' => $amount->currency->code,
            'created_at' => $this->now(),
            'updated_at' => $this->now(),
            ...$values,
        ];
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
    private function many(string $condition, array $arguments, string $lock = ''): array
    {
        $rows = $this->database->rows("SELECT * FROM {$this->table()} WHERE {$condition} ORDER BY id{$lock}", $arguments);
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
