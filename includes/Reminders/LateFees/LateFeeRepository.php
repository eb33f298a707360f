<?php

declare(strict_types=1);

namespace Counterfoil\Reminders\LateFees;

use Counterfoil\Shared\Clock\Clock;
use Counterfoil\Shared\Clock\Timestamps;
use Counterfoil\Shared\Database\Database;
use Counterfoil\Shared\Database\UniqueViolation;

final readonly class LateFeeRepository
{
    private const TABLE = 'late_fees';
    private const EXCEPTIONS = 'late_fee_exceptions';

    public function __construct(private Database $database, private Clock $clock)
    {
    }

    /** @return list<array{period: int, fee_invoice_id: int, amount: int}> of an invoice, also where what bears them is gone meanwhile */
    public function of(int $invoice_id): array
    {
        $rows = $this->database->rows("SELECT period, fee_invoice_id, amount FROM {$this->database->table(self::TABLE)} WHERE invoice_id = ? ORDER BY period", [$invoice_id]);

        return array_map(static fn (array $row): array => ['period' => (int) $row['period'], 'fee_invoice_id' => (int) $row['fee_invoice_id'], 'amount' => (int) $row['amount']], $rows);
    }

    /** @return list<array{invoice_id: int, amount: int}> late fees of others that were put on this one, minor units each */
    public function on(int $fee_invoice_id): array
    {
        $rows = $this->database->rows("SELECT invoice_id, amount FROM {$this->database->table(self::TABLE)} WHERE fee_invoice_id = ?", [$fee_invoice_id]);

        return array_map(static fn (array $row): array => ['invoice_id' => (int) $row['invoice_id'], 'amount' => (int) $row['amount']], $rows);
    }

    /**
     * @param int|null $instead_of the draft that bore it and is gone
     * @param int $amount minor units
     * @return bool false when somebody asked for this period meanwhile
     */
    public function note(int $invoice_id, int $period, ?int $instead_of, int $fee_invoice_id, int $amount): bool
    {
        $row = ['fee_invoice_id' => $fee_invoice_id, 'amount' => $amount, 'created_at' => Timestamps::to_row($this->clock->now())];
        $key = ['invoice_id' => $invoice_id, 'period' => $period];
        if ($instead_of !== null) {
            return $this->database->update(self::TABLE, $row, $key + ['fee_invoice_id' => $instead_of]) === 1;
        }
        try {
            $this->database->insert(self::TABLE, $key + $row);
        } catch (UniqueViolation) {
            return false;
        }

        return true;
    }

    public function is_excepted(int $client_id): bool
    {
        return $this->database->value("SELECT client_id FROM {$this->database->table(self::EXCEPTIONS)} WHERE client_id = ?", [$client_id]) !== null;
    }

    /** @return bool whether that changed anything */
    public function except(int $client_id, bool $is_excepted): bool
    {
        if (! $is_excepted) {
            return $this->database->delete(self::EXCEPTIONS, ['client_id' => $client_id]) > 0;
        }
        if ($this->is_excepted($client_id)) {
            return false;
        }
        try {
            $this->database->insert(self::EXCEPTIONS, ['client_id' => $client_id]);
        } catch (UniqueViolation) {
            return false;
        }

        return true;
    }
}
