<?php

declare(strict_types=1);

namespace Counterfoil\Ledger\Checks;

use Counterfoil\Ledger\Check;
use Counterfoil\Ledger\Difference;
use Counterfoil\Shared\Database\Database;

/** The entries of each posting sum to zero, per currency, and are all of its client. */
final readonly class PostingsBalance implements Check
{
    private const CHUNK = 1_000;

    public function __construct(private Database $database)
    {
    }

    public function differences(): iterable
    {
        $last = (int) $this->database->value("SELECT MAX(id) FROM {$this->database->table('ledger_postings')}");
        for ($after = 0; $after < $last; $after += self::CHUNK) {
            $rows = $this->database->rows(
                "SELECT posting.id, posting.source, COUNT(entry.id) AS entries, SUM(entry.amount) AS total,
                    SUM(CASE WHEN entry.client_id <> posting.client_id THEN 1 ELSE 0 END) AS others
                FROM {$this->database->table('ledger_postings')} posting LEFT JOIN {$this->database->table('ledger_entries')} entry ON entry.posting_id = posting.id
                WHERE posting.id > ? AND posting.id <= ? GROUP BY posting.id, posting.source, entry.currency
                HAVING COUNT(entry.id) = 0 OR SUM(entry.amount) <> 0 OR SUM(CASE WHEN entry.client_id <> posting.client_id THEN 1 ELSE 0 END) > 0",
                [$after, $after + self::CHUNK]
            );
            foreach ($rows as $row) {
                yield from Difference::between(
                    "posting {$row['id']} ({$row['source']})",
                    ['sum of its entries' => (int) $row['total'], 'entries' => (int) $row['entries'] > 0 ? 'some' : 'none', 'entries of other clients' => (int) $row['others']],
                    ['sum of its entries' => 0, 'entries' => 'some', 'entries of other clients' => 0]
                );
            }
        }
        foreach ($this->database->rows("SELECT entry.id FROM {$this->database->table('ledger_entries')} entry LEFT JOIN {$this->database->table('ledger_postings')} posting ON posting.id = entry.posting_id WHERE posting.id IS NULL LIMIT 100") as $row) {
            yield new Difference("entry {$row['id']}", 'posting', 'none', 'one');
        }
    }
}
