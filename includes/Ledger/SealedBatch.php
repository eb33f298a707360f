<?php

declare(strict_types=1);

namespace Counterfoil\Ledger;

use Counterfoil\Shared\Database\Database;

/** The postings of one seal in a form that is the same wherever it is made, and its hash. */
final readonly class SealedBatch
{
    public function __construct(private Database $database)
    {
    }

    /**
     * @param string $previous hash of the seal before it; "" of the first
     * @return string SHA-256, hexadecimal
     */
    public function hash(int $seal_id, string $previous): string
    {
        $postings = $this->database->rows(
            "SELECT id, kind, source, client_id, currency, occurred_at, day FROM {$this->database->table('ledger_postings')} WHERE seal_id = ? ORDER BY id",
            [$seal_id]
        );
        $entries = [];
        $rows = $this->database->rows(
            "SELECT entry.id, entry.posting_id, entry.account, entry.client_id, entry.invoice_id, entry.amount, entry.currency
            FROM {$this->database->table('ledger_postings')} posting JOIN {$this->database->table('ledger_entries')} entry ON entry.posting_id = posting.id
            WHERE posting.seal_id = ? ORDER BY entry.id",
            [$seal_id]
        );
        foreach ($rows as $row) {
            $entries[(int) $row['posting_id']][] = self::canonical($row);
        }
        $hash = hash_init('sha256');
        hash_update($hash, $previous);
        foreach ($postings as $row) {
            hash_update($hash, "\n" . json_encode([self::canonical($row), $entries[(int) $row['id']] ?? []], JSON_THROW_ON_ERROR | JSON_UNESCAPED_UNICODE | JSON_UNESCAPED_SLASHES));
        }

        return hash_final($hash);
    }

    /**
     * Values as text, as both databases give them.
     *
     * @param array<string, string|null> $row
     * @return list<string|null>
     */
    private static function canonical(array $row): array
    {
        return array_values(array_map(static fn (mixed $value): ?string => $value === null ? null : (string) $value, $row));
    }
}
