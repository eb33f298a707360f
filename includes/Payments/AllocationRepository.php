<?php

declare(strict_types=1);

namespace Counterfoil\Payments;

use Counterfoil\Shared\Database\Condition;
use Counterfoil\Shared\Database\Database;
use Counterfoil\Shared\Database\UniqueViolation;

/** Reads and writes what payments are for, and what refunds take back of it. All amounts are minor units. */
final readonly class AllocationRepository
{
    public function __construct(private Database $database)
    {
    }

    /**
     * @param list<int> $payment_ids
     * @return array<int, list<Allocation>> of each, oldest first
     */
    public function of_payments(array $payment_ids): array
    {
        $allocations = array_fill_keys($payment_ids, []);
        if ($payment_ids === []) {
            return [];
        }
        foreach ($this->database->rows("SELECT * FROM {$this->table()} WHERE payment_id IN ({$this->database->marks($payment_ids)}) ORDER BY id", $payment_ids) as $row) {
            $allocations[(int) $row['payment_id']][] = Allocation::from_row($row);
        }

        return $allocations;
    }

    /** The payment that may still take money for an invoice; null when none may. */
    public function under_way_of(int $invoice_id): ?int
    {
        $id = $this->database->value("SELECT payment_id FROM {$this->table()} WHERE under_way = ?", [$invoice_id]);

        return $id === null ? null : (int) $id;
    }

    /**
     * @param non-empty-list<int> $invoice_ids
     * @return array<int, int> the payment that may still take money, by invoice; without those that have none
     */
    public function under_way_among(array $invoice_ids): array
    {
        $these = Condition::in('under_way', $invoice_ids);

        return array_column(array_map(static fn (array $row): array => [(int) $row['under_way'], (int) $row['payment_id']], $this->database->rows("SELECT under_way, payment_id FROM {$this->table()} WHERE {$these->sql}", $these->arguments)), 1, 0);
    }

    /** Of a payment that takes no money from anybody. */
    public function add(int $payment_id, int $invoice_id, int $asked): void
    {
        $this->database->insert('payment_allocations', ['payment_id' => $payment_id, 'invoice_id' => $invoice_id, 'asked' => $asked]);
    }

    /**
     * @param array<int, non-empty-array<int, int>> $asks of each payment, minor units for each invoice
     * @throws UniqueViolation when another payment of one of the invoices is under way
     */
    public function add_under_way(array $asks): void
    {
        $rows = [];
        foreach ($asks as $payment_id => $of_payment) {
            foreach ($of_payment as $invoice_id => $asked) {
                $rows[] = ['payment_id' => $payment_id, 'invoice_id' => $invoice_id, 'asked' => $asked, 'under_way' => $invoice_id];
            }
        }
        $rows === [] || $this->database->insert_many('payment_allocations', $rows);
    }

    /**
     * The payments can't take money any more.
     *
     * @param non-empty-list<int> $payment_ids
     */
    public function release(array $payment_ids): void
    {
        $of = Condition::in('payment_id', $payment_ids);
        $this->database->execute("UPDATE {$this->table()} SET under_way = NULL WHERE {$of->sql} AND under_way IS NOT NULL", $of->arguments);
    }

    /** @param array<int, int> $amounts what has come for each, by allocation */
    public function brought(array $amounts): void
    {
        $this->database->update_many('payment_allocations', array_map(static fn (int $amount): array => ['amount' => $amount], $amounts));
    }

    /** @return array{paid: int, refunded: int} all that came for an invoice and was not taken back by the payer's bank, and what of it was refunded */
    public function sums(int $invoice_id): array
    {
        return $this->sums_of([$invoice_id])[$invoice_id];
    }

    /**
     * @param non-empty-list<int> $invoice_ids
     * @return array<int, array{paid: int, refunded: int}> by invoice
     */
    public function sums_of(array $invoice_ids): array
    {
        $marks = $this->database->marks($invoice_ids);
        $paid = $this->database->rows("SELECT invoice_id, SUM(amount) AS amount FROM {$this->table()} WHERE invoice_id IN ({$marks}) GROUP BY invoice_id", $invoice_ids);
        $refunded = $this->database->rows(
            "SELECT part.invoice_id, SUM(part.amount) AS amount FROM {$this->database->table('refund_parts')} part
            JOIN {$this->database->table('refunds')} refund ON refund.id = part.refund_id AND refund.state = 'succeeded'
            WHERE part.invoice_id IN ({$marks}) GROUP BY part.invoice_id",
            $invoice_ids
        );
        $reversed = $this->database->rows(
            "SELECT part.invoice_id, SUM(part.amount) AS amount FROM {$this->database->table('payment_reversal_parts')} part
            JOIN {$this->database->table('payment_reversals')} reversal ON reversal.id = part.reversal_id AND reversal.restored_at IS NULL
            WHERE part.invoice_id IN ({$marks}) GROUP BY part.invoice_id",
            $invoice_ids
        );
        [$paid, $refunded, $reversed] = array_map(static fn (array $rows): array => array_column($rows, 'amount', 'invoice_id'), [$paid, $refunded, $reversed]);
        $sums = [];
        foreach ($invoice_ids as $id) {
            $sums[$id] = ['paid' => (int) ($paid[$id] ?? 0) - (int) ($reversed[$id] ?? 0), 'refunded' => (int) ($refunded[$id] ?? 0)];
        }

        return $sums;
    }

    /** So much less of a payment is for this invoice: it was over, and settles another one now. */
    public function less(int $id, int $amount): void
    {
        $this->database->execute("UPDATE {$this->table()} SET amount = amount - ? WHERE id = ?", [$amount, $id]);
    }

    /** So much more of what a payment brought is for an invoice. */
    public function more(int $payment_id, int $invoice_id, int $amount): void
    {
        $hit = $this->database->execute("UPDATE {$this->table()} SET amount = amount + ?, asked = asked + ? WHERE payment_id = ? AND invoice_id = ?", [$amount, $amount, $payment_id, $invoice_id]);
        if ($hit === 0) {
            $this->database->insert('payment_allocations', ['payment_id' => $payment_id, 'invoice_id' => $invoice_id, 'asked' => $amount, 'amount' => $amount]);
        }
    }

    /**
     * @param non-empty-list<int> $invoice_ids
     * @return array<int, int> what refunds that are not settled yet are about to take back, by invoice
     */
    public function going_back(array $invoice_ids): array
    {
        $rows = $this->database->rows(
            "SELECT part.invoice_id, SUM(part.amount) AS amount FROM {$this->database->table('refund_parts')} part
            JOIN {$this->database->table('refunds')} refund ON refund.id = part.refund_id
            WHERE part.invoice_id IN ({$this->database->marks($invoice_ids)}) AND refund.state NOT IN ('succeeded', 'failed') GROUP BY part.invoice_id",
            $invoice_ids
        );

        return array_column(array_map(static fn (array $row): array => [(int) $row['invoice_id'], (int) $row['amount']], $rows), 1, 0);
    }

    /** What a refund takes back of one allocation. */
    public function take_back(int $refund_id, Allocation $allocation, int $amount): void
    {
        $this->database->insert('refund_parts', ['refund_id' => $refund_id, 'allocation_id' => $allocation->id, 'invoice_id' => $allocation->invoice_id, 'amount' => $amount]);
    }

    /** @return array<int, int> what refunds that did not fail, and the payer's bank, take back of a payment, by allocation */
    public function taken_back(int $payment_id): array
    {
        $rows = $this->database->rows(
            "SELECT allocation_id, SUM(amount) AS amount FROM (
                SELECT part.allocation_id, part.amount FROM {$this->database->table('refund_parts')} part
                JOIN {$this->database->table('refunds')} refund ON refund.id = part.refund_id
                WHERE refund.payment_id = ? AND refund.state <> 'failed'
                UNION ALL SELECT part.allocation_id, part.amount FROM {$this->database->table('payment_reversal_parts')} part
                JOIN {$this->database->table('payment_reversals')} reversal ON reversal.id = part.reversal_id
                WHERE reversal.payment_id = ? AND reversal.restored_at IS NULL
            ) taken GROUP BY allocation_id",
            [$payment_id, $payment_id]
        );

        return array_column(array_map(static fn (array $row): array => [(int) $row['allocation_id'], (int) $row['amount']], $rows), 1, 0);
    }

    /** @return array<int, int> what one refund takes back, by invoice */
    public function parts_of(int $refund_id): array
    {
        $rows = $this->database->rows("SELECT invoice_id, amount FROM {$this->database->table('refund_parts')} WHERE refund_id = ? ORDER BY invoice_id", [$refund_id]);

        return array_column(array_map(static fn (array $row): array => [(int) $row['invoice_id'], (int) $row['amount']], $rows), 1, 0);
    }

    /** Whether money came for an invoice, or may still come. */
    public function has_any(int $invoice_id): bool
    {
        return $this->database->value(
            "SELECT payment.id FROM {$this->database->table('payment_allocations')} part JOIN {$this->database->table('payments')} payment ON payment.id = part.payment_id
            WHERE part.invoice_id = ? AND (part.under_way IS NOT NULL OR payment.state = 'succeeded') LIMIT 1",
            [$invoice_id]
        ) !== null;
    }

    /** Minor units that were recorded for an invoice as come outside of any gateway. */
    public function received_offline(int $invoice_id): int
    {
        return (int) $this->database->value(
            "SELECT SUM(part.amount) FROM {$this->database->table('payment_allocations')} part JOIN {$this->database->table('payments')} payment ON payment.id = part.payment_id
            WHERE part.invoice_id = ? AND payment.gateway = ?",
            [$invoice_id, Payment::OFFLINE]
        );
    }

    private function table(): string
    {
        return $this->database->table('payment_allocations');
    }
}
