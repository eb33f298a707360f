<?php

declare(strict_types=1);

namespace Counterfoil\Payments;

use Closure;
use Counterfoil\Invoices\PaymentFailures;
use Counterfoil\Shared\Calendar;
use Counterfoil\Shared\Clock\Timestamps;
use Counterfoil\Shared\Database\Condition;
use Counterfoil\Shared\Database\Database;

/** A refused payment is cancelled when nobody goes on with it for a day; that it was refused stays true. */
final readonly class FailedPayments implements PaymentFailures
{
    /** @param Closure(): Calendar $calendar */
    public function __construct(private Database $database, private Closure $calendar)
    {
    }

    public function condition(string $column, string $today): Condition
    {
        return new Condition(
            "{$column} IN (SELECT part.invoice_id FROM {$this->database->table('payments')} payment
            JOIN {$this->database->table('payment_allocations')} part ON part.payment_id = payment.id
            WHERE (payment.state = 'failed' OR (payment.state = 'cancelled' AND payment.failure_code NOT IN ('', ?))) AND payment.gateway <> ? AND payment.updated_at >= ?)",
            [FailureReason::NotStarted->value, Payment::OFFLINE, Timestamps::to_row(($this->calendar)()->begin_of(Calendar::add_days($today, -self::DAYS)))]
        );
    }
}
