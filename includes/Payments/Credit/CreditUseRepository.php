<?php

declare(strict_types=1);

namespace Counterfoil\Payments\Credit;

use Counterfoil\Shared\Clock\Clock;
use Counterfoil\Shared\Clock\Timestamps;
use Counterfoil\Shared\Database\Database;
use Counterfoil\Shared\Database\UniqueViolation;

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
}
