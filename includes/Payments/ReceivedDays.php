<?php

declare(strict_types=1);

namespace Counterfoil\Payments;

use Counterfoil\Ledger\Difference;
use Counterfoil\Shared\Database\Database;

/**
 * How many payments came on each of the business's days and what is left of them, by currency: added to in the change that
 * moves a payment's row, so that a year is a sum over its days. A day has some rows, so that those who book payments at
 * the same time don't wait for each other.
 */
final readonly class ReceivedDays
{
    private const ROWS_OF_A_DAY = 8;

    private const SUMS = 'COUNT(*) AS how_many, SUM(received - refunded - reversed) AS kept';

    public function __construct(private Database $database)
    {
    }

    /**
     * @param int $amount minor units that came
     * @param string $day on which they did, "2026-03-31"
     */
    public function came(int $payment_id, int $amount, string $currency, string $day): void
    {
        $this->database->insert_later(
            'received_days',
            ['day' => $day, 'currency' => $currency, 'part' => $payment_id % self::ROWS_OF_A_DAY, 'how_many' => 1, 'kept' => $amount],
            'how_many = how_many + VALUES(how_many), kept = kept + VALUES(kept)'
        );
    }

    /** @param int $amount minor units that went back of what came; below zero when they came again */
    public function went(int $payment_id, int $amount): void
    {
        $this->add($payment_id, -$amount);
    }

    /**
     * @param string $from first day, "2026-03-01"
     * @return list<array{month: string, currency: string, how_many: int, kept: int}> of months in which something came
     */
    public function by_month(string $from, string $to): array
    {
        return array_map(
            static fn (array $row): array => ['month' => (string) $row['month'], 'currency' => (string) $row['currency'], 'how_many' => (int) $row['how_many'], 'kept' => (int) $row['kept']],
            $this->database->rows(
                "SELECT SUBSTR(day, 1, 7) AS month, currency, SUM(how_many) AS how_many, SUM(kept) AS kept FROM {$this->table()}
                WHERE day >= ? AND day <= ? GROUP BY SUBSTR(day, 1, 7), currency HAVING SUM(how_many) > 0",
                [$from, $to]
            )
        );
    }

    /**
     * @param string|null $from first day, "2026-03-01"; null for all before
     * @param string|null $to last day; null for all after
     * @return list<array{currency: string, how_many: int, kept: int}> of currencies in which something came
     */
    public function by_currency(?string $from, ?string $to): array
    {
        return array_map(
            static fn (array $row): array => ['currency' => (string) $row['currency'], 'how_many' => (int) $row['how_many'], 'kept' => (int) $row['kept']],
            $this->database->rows(
                "SELECT currency, SUM(how_many) AS how_many, SUM(kept) AS kept FROM {$this->table()} WHERE day >= ? AND day <= ? GROUP BY currency HAVING SUM(how_many) > 0",
                [$from ?? '1000-01-01', $to ?? '9999-12-31']
            )
        );
    }

    /** Computes all of them from the payments, for those who wrote these by themselves. */
    public function rebuild(): void
    {
        $this->database->execute("DELETE FROM {$this->table()}");
        $this->database->execute(
            "INSERT INTO {$this->table()} (day, currency, part, how_many, kept)
            SELECT received_on, currency, 0, " . self::SUMS . " FROM {$this->database->table('payments')} WHERE state = 'succeeded' AND received_on IS NOT NULL GROUP BY received_on, currency"
        );
    }

    /** @return iterable<Difference> */
    public function differences(): iterable
    {
        $kept = $this->figures("SELECT day, currency, SUM(how_many) AS how_many, SUM(kept) AS kept FROM {$this->table()} GROUP BY day, currency");
        $should_be = $this->figures('SELECT received_on AS day, currency, ' . self::SUMS . " FROM {$this->database->table('payments')} WHERE state = 'succeeded' AND received_on IS NOT NULL GROUP BY received_on, currency");
        $none = ['payments' => 0, 'left of them' => 0];
        foreach (array_keys($kept + $should_be) as $day) {
            yield from Difference::between("received on {$day}", $kept[$day] ?? $none, $should_be[$day] ?? $none);
        }
    }

    private function add(int $payment_id, int $amount): void
    {
        $this->database->execute(
            "INSERT INTO {$this->table()} (day, currency, part, how_many, kept)
            SELECT received_on, currency, id % ?, 0, ? FROM {$this->database->table('payments')} WHERE id = ? AND received_on IS NOT NULL
            ON DUPLICATE KEY UPDATE kept = kept + ?",
            [self::ROWS_OF_A_DAY, $amount, $payment_id, $amount]
        );
    }

    /** @return array<string, array{payments: int, 'left of them': int}> by "2026-03-31 EUR" */
    private function figures(string $sql): array
    {
        $figures = [];
        foreach ($this->database->rows($sql) as $row) {
            $figures["{$row['day']} {$row['currency']}"] = ['payments' => (int) $row['how_many'], 'left of them' => (int) $row['kept']];
        }

        return $figures;
    }

    private function table(): string
    {
        return $this->database->table('received_days');
    }
}
