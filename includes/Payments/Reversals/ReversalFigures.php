<?php

declare(strict_types=1);

namespace Counterfoil\Payments\Reversals;

use Counterfoil\Ledger\Difference;
use Counterfoil\Ledger\Postings;
use Counterfoil\Shared\Database\Database;

/** What is kept of money that was taken back is what the books say of it. */
final readonly class ReversalFigures
{
    public function __construct(private Database $database, private Postings $postings)
    {
    }

    /**
     * @param non-empty-list<int> $payment_ids
     * @return iterable<Difference>
     */
    public function differences(array $payment_ids): iterable
    {
        $rows = $this->database->rows(
            "SELECT reversal.id, reversal.amount, reversal.restored_at, COALESCE(SUM(part.amount), 0) AS parts FROM {$this->database->table('payment_reversals')} reversal
            LEFT JOIN {$this->database->table('payment_reversal_parts')} part ON part.reversal_id = reversal.id
            WHERE reversal.payment_id IN ({$this->database->marks($payment_ids)}) GROUP BY reversal.id, reversal.amount, reversal.restored_at",
            $payment_ids
        );
        $sources = array_merge(...array_map(static fn (array $row): array => ["reversal:{$row['id']}", "reversal:{$row['id']}:restored"], $rows));
        $posted = $this->postings->received($sources);
        foreach ($rows as $row) {
            yield from Difference::between("reversal {$row['id']}", [
                'taken back in the books' => -($posted["reversal:{$row['id']}"] ?? 0) - ($posted["reversal:{$row['id']}:restored"] ?? 0),
                'taken from invoices beyond what was taken' => max(0, (int) $row['parts'] - (int) $row['amount']),
            ], [
                'taken back in the books' => $row['restored_at'] === null ? (int) $row['amount'] : 0,
                'taken from invoices beyond what was taken' => 0,
            ]);
        }
    }
}
