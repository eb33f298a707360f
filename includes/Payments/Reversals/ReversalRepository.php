<?php

declare(strict_types=1);

namespace Counterfoil\Payments\Reversals;

use Counterfoil\Payments\Payment;
use Counterfoil\Shared\Clock\Clock;
use Counterfoil\Shared\Clock\Timestamps;
use Counterfoil\Shared\Database\Database;
use Counterfoil\Shared\Database\UniqueViolation;
use Counterfoil\Shared\Money\Money;

/** Reads and writes what was taken back. Minor units. */
final readonly class ReversalRepository
{
    private const TABLE = 'payment_reversals';

    public function __construct(private Database $database, private Clock $clock)
    {
    }

    public function find(string $source): ?Reversal
    {
        $row = $this->database->row("SELECT * FROM {$this->table()} WHERE source = ?", [$source]);

        return $row === null ? null : Reversal::from_row($row);
    }

    public function get(int $id): Reversal
    {
        return Reversal::from_row((array) $this->database->row("SELECT * FROM {$this->table()} WHERE id = ?", [$id]));
    }

    /**
     * @param list<int> $payment_ids
     * @return array<int, list<Reversal>> of each that has any, oldest first
     */
    public function of_payments(array $payment_ids): array
    {
        $reversals = [];
        $rows = $payment_ids === [] ? [] : $this->database->rows("SELECT * FROM {$this->table()} WHERE payment_id IN ({$this->database->marks($payment_ids)}) ORDER BY id", $payment_ids);
        foreach ($rows as $row) {
            $reversals[(int) $row['payment_id']][] = Reversal::from_row($row);
        }

        return $reversals;
    }

    /**
     * @param array<int, int> $parts what of it was on invoices, by allocation
     * @throws UniqueViolation when this source took it already
     */
    public function insert(Payment $payment, Money $amount, string $source, ReversalReason $reason, string $detail, array $parts): int
    {
        $id = $this->database->insert(self::TABLE, [
            'payment_id' => $payment->id,
            'client_id' => $payment->client_id,
            'amount' => $amount->amount,
            'currency' => $amount->currency->code,
            'source' => $source,
            'reason' => $reason->value,
            'detail' => mb_substr($detail, 0, 190),
            'created_at' => $this->now(),
        ]);
        foreach ($payment->allocations as $allocation) {
            if (isset($parts[$allocation->id])) {
                $this->database->insert('payment_reversal_parts', ['reversal_id' => $id, 'allocation_id' => $allocation->id, 'invoice_id' => $allocation->invoice_id, 'amount' => $parts[$allocation->id]]);
            }
        }

        return $id;
    }

    /** @return bool false when it was restored before */
    public function restore(int $id): bool
    {
        return $this->database->update(self::TABLE, ['restored_at' => $this->now()], ['id' => $id, 'restored_at' => null]) === 1;
    }

    /** @return array<int, int> what one took of invoices, by invoice */
    public function parts_of(int $id): array
    {
        $rows = $this->database->rows("SELECT invoice_id, amount FROM {$this->database->table('payment_reversal_parts')} WHERE reversal_id = ? ORDER BY invoice_id", [$id]);

        return array_column(array_map(static fn (array $row): array => [(int) $row['invoice_id'], (int) $row['amount']], $rows), 1, 0);
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
