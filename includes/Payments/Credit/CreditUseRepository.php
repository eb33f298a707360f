<?php

declare(strict_types=1);

namespace Counterfoil\Payments\Credit;

use Counterfoil\Shared\Clock\Clock;
use Counterfoil\Shared\Clock\Timestamps;
use Counterfoil\Shared\Database\Database;
use Counterfoil\Shared\Database\UniqueViolation;
use DateTimeImmutable;

/** Reads and writes which money of a client's credit paid which invoice. Minor units. */
final readonly class CreditUseRepository
{
    public function __construct(private Database $database, private Clock $clock)
    {
    }

    /** @throws UniqueViolation when this key is there already */
    public function insert(CreditSource $source, int $invoice_id, int $amount, string $key): int
    {
        return $this->database->insert('credit_uses', [
            'client_id' => $source->payment->client_id,
            'payment_id' => $source->payment->id,
            'from_invoice_id' => $source->allocation?->invoice_id,
            'invoice_id' => $invoice_id,
            'amount' => $amount,
            'currency' => $source->payment->amount->currency->code,
            'idempotency_key' => $key,
            'created_at' => Timestamps::to_row($this->clock->now()),
        ]);
    }

    public function has(string $key): bool
    {
        return $this->database->value("SELECT id FROM {$this->database->table('credit_uses')} WHERE idempotency_key = ?", [$key]) !== null;
    }

    /**
     * @param list<int> $payment_ids
     * @return list<int> those of which credit paid another invoice
     */
    public function used_of(array $payment_ids): array
    {
        return $payment_ids === [] ? [] : array_map(intval(...), array_column($this->database->rows("SELECT DISTINCT payment_id FROM {$this->database->table('credit_uses')} WHERE payment_id IN ({$this->database->marks($payment_ids)})", $payment_ids), 'payment_id'));
    }

    /**
     * What moved between a payment's invoices.
     *
     * @return array{list<array{at: DateTimeImmutable, amount: int}>, list<array{at: DateTimeImmutable, amount: int}>} what of it came to this one, and what went from it
     */
    public function of(int $payment_id, int $invoice_id): array
    {
        $came = $went = [];
        $rows = $this->database->rows(
            "SELECT * FROM {$this->database->table('credit_uses')} WHERE payment_id = ? AND (invoice_id = ? OR from_invoice_id = ?) ORDER BY id",
            [$payment_id, $invoice_id, $invoice_id]
        );
        foreach ($rows as $row) {
            $one = ['at' => Timestamps::from_row((string) $row['created_at']), 'amount' => (int) $row['amount']];
            (int) $row['invoice_id'] === $invoice_id ? $came[] = $one : $went[] = $one;
        }

        return [$came, $went];
    }
}
