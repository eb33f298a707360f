<?php

declare(strict_types=1);

namespace Counterfoil\Shared\Database;

use Counterfoil\Shared\Count;

/**
 * What is another one after every commit that changed what is shown: who kept an answer beside it knows whether it still holds. The
 * transaction that writes leaves a row as its last statement, so that both are seen in the same moment. How many there are and
 * which is the newest are never again what they were: ids alone can't say that, since they are seen in another order than they were
 * given. A row of its own for each: nobody waits for another, and no database refuses what another one has changed meanwhile.
 */
final readonly class State
{
    private const TABLE = 'state';

    /** What is written all the time and shown in no answer that is kept. */
    private const NOT_SHOWN = [
        'accountant_export_files', 'accountant_export_pieces', 'accountant_exports', 'attachment_chunks', 'bank_imports', 'bank_mappings', 'bank_payers',
        'document_forms', 'document_images', 'document_pdfs', 'exchange_rates', 'gateway_events', 'idempotency_keys', 'identity_tokens', 'kept_answers',
        'ledger_clients', 'ledger_days', 'ledger_entries', 'ledger_postings', 'ledger_seals', 'login_throttle', 'number_series', 'number_skips', 'outbox', 'pay_links',
        'queue', 'state', 'vat_checks',
    ];

    /** @param Count $shown statements of this process that changed something that is shown */
    public function __construct(private Connection $connection, private Count $shown)
    {
    }

    /** Whether a statement writes what is shown. */
    public static function is_shown(string $sql): bool
    {
        return preg_match('/^\s*(?:INSERT|UPDATE|DELETE|REPLACE)\b.*?counterfoil_([a-z_]+)/is', substr($sql, 0, 200), $found) === 1
            && ! in_array(strtolower($found[1]), self::NOT_SHOWN, true);
    }

    /** How much was written until now: compared by the transaction as it ends. */
    public function written(): int
    {
        return $this->shown->value;
    }

    /** The last statement of a transaction. */
    public function advance(): void
    {
        $this->connection->run(new Statement("INSERT INTO {$this->table()} (id) VALUES (NULL)"));
    }

    /** Something was changed that is shown and is no row of ours. Whoever changed it goes on in any case. */
    public function advance_for_others(): void
    {
        try {
            $this->advance();
        } catch (DatabaseError) {
            // Without this table nothing is kept.
        }
    }

    /** For a SELECT: the state as it is now. */
    public function sql(): string
    {
        return "(SELECT CONCAT(COUNT(*), ':', COALESCE(MAX(id), 0)) FROM {$this->table()})";
    }

    /** How many rows it takes to say so. */
    public static function rows(string $state): int
    {
        return (int) $state;
    }

    /** Part of a transaction: says with one row what it took many to say, and is another one. */
    public function shrink(): void
    {
        $this->advance();
        $this->connection->run(new Statement("DELETE FROM {$this->table()} WHERE id < ?", [$this->connection->last_id()]));
    }

    private function table(): string
    {
        return $this->connection->table(self::TABLE);
    }
}
