<?php

declare(strict_types=1);

namespace Counterfoil\Payments;

use Counterfoil\Shared\Clock\Clock;
use Counterfoil\Shared\Clock\Timestamps;
use Counterfoil\Shared\Database\Database;
use Counterfoil\Shared\Money\Money;

/** What of payments went back, in their own rows: kept within what came by compare-and-set. */
final readonly class PaymentBalances
{
    public function __construct(private Database $database, private Clock $clock, private ReceivedDays $days)
    {
    }

    /** Sets a sum aside to be given back, if there is as much. The one place that keeps refunds within what came. */
    public function set_aside(Payment $payment, Money $amount): bool
    {
        $is_set_aside = $this->database->execute(
            "UPDATE {$this->database->table('payments')} SET refunded = refunded + ?, updated_at = ? WHERE id = ? AND state = 'succeeded' AND received - refunded - reversed >= ?",
            [$amount->amount, Timestamps::to_row($this->clock->now()), $payment->id, $amount->amount]
        ) === 1;
        if ($is_set_aside) {
            $this->days->went($payment->id, $amount->amount);
        }

        return $is_set_aside;
    }

    /** The gateway gave back without being asked by us: it happened, whatever the sum. */
    public function add_refunded(int $id, Money $amount): void
    {
        $this->database->execute("UPDATE {$this->database->table('payments')} SET refunded = refunded + ?, updated_at = ? WHERE id = ?", [$amount->amount, Timestamps::to_row($this->clock->now()), $id]);
        $this->days->went($id, $amount->amount);
    }

    /** What was set aside is not given back after all. */
    public function set_free(int $id, Money $amount): void
    {
        $this->database->execute("UPDATE {$this->database->table('payments')} SET refunded = refunded - ?, updated_at = ? WHERE id = ?", [$amount->amount, Timestamps::to_row($this->clock->now()), $id]);
        $this->days->went($id, -$amount->amount);
    }

    /** @param int $amount minor units; below zero when it came again */
    public function add_reversed(int $id, int $amount): void
    {
        $this->database->execute("UPDATE {$this->database->table('payments')} SET reversed = reversed + ?, updated_at = ? WHERE id = ?", [$amount, Timestamps::to_row($this->clock->now()), $id]);
        $this->days->went($id, $amount);
    }
}
