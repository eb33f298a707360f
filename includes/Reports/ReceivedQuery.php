<?php

declare(strict_types=1);

namespace Counterfoil\Reports;

use Counterfoil\Invoices\InvoiceTallies;
use Counterfoil\Payments\FailureReason;
use Counterfoil\Shared\Clock\Timestamps;
use Counterfoil\Shared\Database\Database;
use DateTimeImmutable;

/**
 * Money that came, and money that should have come and did not.
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
     * @return Tally invoices still to be paid, for which a card payment failed since then; each once, with what it asks for
     */
    public function failed_since(DateTimeImmutable $since): array
    {
        $rows = $this->database->rows(
            "SELECT i.currency, COUNT(*) AS how_many, SUM(i.total - i.paid + i.refunded) AS amount
            FROM {$this->database->table('invoices')} i
            WHERE i.status = 'issued' AND i.settlement IN ('unpaid', 'part_paid') AND i.id IN (
                SELECT p.invoice_id FROM {$this->database->table('payments')} p
                WHERE (p.state = 'failed' OR (p.state = 'cancelled' AND p.failure_code NOT IN ('', ?))) AND p.gateway <> 'offline' AND p.updated_at >= ?
            ) GROUP BY i.currency",
            [FailureReason::NotStarted->value, Timestamps::to_row($since)]
        );

        $sums = [];
        foreach ($rows as $row) {
            $sums[(string) $row['currency']] = (int) $row['amount'];
        }

        return ['count' => (int) array_sum(array_column($rows, 'how_many')), 'sums' => InvoiceTallies::sums($sums)];
    }
}
