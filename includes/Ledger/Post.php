<?php

declare(strict_types=1);

namespace Counterfoil\Ledger;

use Closure;
use Counterfoil\Shared\Calendar;
use Counterfoil\Shared\Clock\Timestamps;
use Counterfoil\Shared\Database\Database;
use LogicException;

/** Writes a posting into the books, in the transaction of what it tells of. What is posted is never altered. */
final readonly class Post
{
    /** @param Closure(): Calendar $calendar */
    public function __construct(private Database $database, private ClientSums $sums, private Closure $calendar)
    {
    }

    /**
     * Posted already, its change is refused as it ends (UniqueViolation).
     *
     * @throws LogicException when its entries don't sum to zero, or outside of a transaction
     */
    public function handle(Posting $posting): void
    {
        if ($posting->sum() !== 0) {
            throw new LogicException("The posting {$posting->source} does not balance.");
        }
        if (! $this->database->is_in_transaction()) {
            throw new LogicException("The posting {$posting->source} is not part of a change.");
        }
        if ($posting->entries === []) {
            return;
        }
        $this->database->insert_later('ledger_postings', [
            'kind' => $posting->kind,
            'source' => $posting->source,
            'client_id' => $posting->client_id,
            'currency' => $posting->currency,
            'occurred_at' => Timestamps::to_row($posting->occurred_at),
            'day' => $posting->day ?? ($this->calendar)()->day($posting->occurred_at),
        ], then: function (int $id) use ($posting): void {
            foreach ($posting->entries as $entry) {
                $this->database->insert_later('ledger_entries', [
                    'posting_id' => $id,
                    'account' => $entry->account,
                    'client_id' => $posting->client_id,
                    'invoice_id' => $entry->invoice_id,
                    'amount' => $entry->amount,
                    'currency' => $posting->currency,
                ]);
            }
        });
        $this->sums->add($posting);
    }
}
