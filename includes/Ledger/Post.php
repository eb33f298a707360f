<?php

declare(strict_types=1);

namespace Counterfoil\Ledger;

use Closure;
use Counterfoil\Shared\Calendar;
use Counterfoil\Shared\Clock\Timestamps;
use Counterfoil\Shared\Database\Database;
use Counterfoil\Shared\Database\UniqueViolation;
use LogicException;

/** Writes a posting into the books, in the transaction of what it tells of. What is posted is never altered. */
final readonly class Post
{
    /** @param Closure(): Calendar $calendar */
    public function __construct(private Database $database, private Closure $calendar)
    {
    }

    /**
     * @throws UniqueViolation when it was posted already
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
        $id = $this->database->insert('ledger_postings', [
            'kind' => $posting->kind,
            'source' => $posting->source,
            'client_id' => $posting->client_id,
            'currency' => $posting->currency,
            'occurred_at' => Timestamps::to_row($posting->occurred_at),
            'day' => $posting->day ?? ($this->calendar)()->day($posting->occurred_at),
        ]);
        $values = [];
        foreach ($posting->entries as $entry) {
            array_push($values, $id, $entry->account, $posting->client_id, $entry->invoice_id, $entry->amount, $posting->currency);
        }
        $rows = implode(', ', array_fill(0, count($posting->entries), '(?, ?, ?, ?, ?, ?)'));
        $this->database->execute("INSERT INTO {$this->database->table('ledger_entries')} (posting_id, account, client_id, invoice_id, amount, currency) VALUES {$rows}", $values);
    }
}
