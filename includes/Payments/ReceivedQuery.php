<?php

declare(strict_types=1);

namespace Counterfoil\Payments;

use Counterfoil\Invoices\InvoiceTallies;
use Counterfoil\Shared\Clock\Timestamps;
use Counterfoil\Shared\Database\Database;
use DateTimeImmutable;

/**
 * Money that came, and for what it should have come and did not.
 *
 * @phpstan-type Tally array{count: int, sums: list<array{amount: int, currency: string}>}
 */
final readonly class ReceivedQuery
{
    public function __construct(private Database $database)
    {
    }

    /** @return Tally payments received since then, less what was given back since then */
    public function since(DateTimeImmutable $since): array
    {
        $from = Timestamps::to_row($since);
        $paid = $this->database->rows(
            "SELECT currency, COUNT(*) AS how_many, SUM(received) AS amount FROM {$this->database->table('payments')}
            WHERE state = 'succeeded' AND succeeded_at >= ? GROUP BY currency",
            [$from]
        );
        $returned = $this->database->rows(
            "SELECT currency, SUM(amount) AS amount FROM {$this->database->table('refunds')} WHERE state = 'succeeded' AND created_at >= ? GROUP BY currency",
            [$from]
        );
        $sums = [];
        foreach ($paid as $row) {
            $sums[(string) $row['currency']] = (int) $row['amount'];
        }
        foreach ($returned as $row) {
            $sums[(string) $row['currency']] = ($sums[(string) $row['currency']] ?? 0) - (int) $row['amount'];
        }

        return ['count' => (int) array_sum(array_column($paid, 'how_many')), 'sums' => InvoiceTallies::sums($sums)];
    }

    /**
     * A refused payment is cancelled when nobody goes on with it for a day; that it was refused stays true.
     *
     * @return list<int> invoices for which a payment at a gateway failed since then
     */
    public function failed_since(DateTimeImmutable $since): array
    {
        $rows = $this->database->rows(
            "SELECT DISTINCT part.invoice_id FROM {$this->database->table('payments')} payment
            JOIN {$this->database->table('payment_allocations')} part ON part.payment_id = payment.id
            WHERE (payment.state = 'failed' OR (payment.state = 'cancelled' AND payment.failure_code NOT IN ('', ?))) AND payment.gateway <> ? AND payment.updated_at >= ?",
            [FailureReason::NotStarted->value, Payment::OFFLINE, Timestamps::to_row($since)]
        );

        return array_map(static fn (array $row): int => (int) $row['invoice_id'], $rows);
    }
}
