<?php

declare(strict_types=1);

namespace Counterfoil\Payments;

use Counterfoil\Invoices\PaymentFailures;
use Counterfoil\Shared\Clock\Clock;
use Counterfoil\Shared\Clock\Timestamps;
use Counterfoil\Shared\Database\Condition;
use Counterfoil\Shared\Database\Database;

/** A refused payment is cancelled when nobody goes on with it for a day; that it was refused stays true. */
final readonly class FailedPayments implements PaymentFailures
{
    public function __construct(private Database $database, private Clock $clock)
    {
    }

    public function condition(string $column): Condition
    {
        return new Condition(
            "{$column} IN (SELECT part.invoice_id FROM {$this->database->table('payments')} payment
            JOIN {$this->database->table('payment_allocations')} part ON part.payment_id = payment.id
            WHERE (payment.state = 'failed' OR (payment.state = 'cancelled' AND payment.failure_code NOT IN ('', ?))) AND payment.gateway <> ? AND payment.updated_at >= ?)",
            [FailureReason::NotStarted->value, Payment::OFFLINE, Timestamps::to_row($this->clock->now()->modify('-' . self::DAYS . ' days'))]
        );
    }
}
