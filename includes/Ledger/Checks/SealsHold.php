<?php

declare(strict_types=1);

namespace Counterfoil\Ledger\Checks;

use Counterfoil\Ledger\Check;
use Counterfoil\Ledger\Difference;
use Counterfoil\Ledger\SealedBatch;
use Counterfoil\Shared\Database\Database;

/** Nothing of what was sealed was altered, added or taken away. */
final readonly class SealsHold implements Check
{
    private const CHUNK = 100;

    public function __construct(private Database $database, private SealedBatch $batch)
    {
    }

    public function differences(): iterable
    {
        [$previous, $hash] = [0, ''];
        $seals = $this->database->table('ledger_seals');
        while (($rows = $this->database->rows("SELECT id, previous, hash FROM {$seals} WHERE id > ? ORDER BY id LIMIT ?", [$previous, self::CHUNK])) !== []) {
            foreach ($rows as $row) {
                yield from Difference::between(
                    "seal {$row['id']}",
                    ['the seal before it' => (int) $row['previous'], 'hash' => (string) $row['hash']],
                    ['the seal before it' => $previous, 'hash' => $this->batch->hash((int) $row['id'], $hash)]
                );
                // The chain goes on from what is kept: one altered seal is one difference, and not all that follow.
                [$previous, $hash] = [(int) $row['id'], (string) $row['hash']];
            }
        }
        $lost = $this->database->rows(
            "SELECT posting.id, posting.seal_id FROM {$this->database->table('ledger_postings')} posting LEFT JOIN {$seals} seal ON seal.id = posting.seal_id
            WHERE posting.seal_id IS NOT NULL AND seal.id IS NULL LIMIT 100"
        );
        foreach ($lost as $row) {
            yield new Difference("posting {$row['id']}", 'its seal', 'gone', "seal {$row['seal_id']}");
        }
    }
}
