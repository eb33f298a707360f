<?php

declare(strict_types=1);

namespace Counterfoil\Invoices\Notes;

use Counterfoil\Shared\Clock\Timestamps;
use Counterfoil\Shared\Database\Database;
use Counterfoil\Shared\DomainError;
use DateTimeImmutable;

final readonly class NoteRepository
{
    private const TABLE = 'invoice_notes';

    public function __construct(private Database $database)
    {
    }

    /** @throws DomainError 404 */
    public function get(int $id): Note
    {
        $row = $this->database->row("SELECT * FROM {$this->database->table(self::TABLE)} WHERE id = ?", [$id]);

        return $row === null ? throw DomainError::not_found() : self::from_row($row);
    }

    /** @return list<Note> newest first */
    public function of_invoice(int $invoice_id): array
    {
        return array_map(
            self::from_row(...),
            $this->database->rows("SELECT * FROM {$this->database->table(self::TABLE)} WHERE invoice_id = ? ORDER BY id DESC", [$invoice_id])
        );
    }

    public function insert(int $invoice_id, int $author_id, string $body, DateTimeImmutable $now): int
    {
        return $this->database->insert(self::TABLE, [
            'invoice_id' => $invoice_id,
            'author_id' => $author_id,
            'body' => $body,
            'created_at' => Timestamps::to_row($now),
        ]);
    }

    /** @return bool false when it is gone or somebody else's */
    public function delete(int $id, int $author_id): bool
    {
        return $this->database->delete(self::TABLE, ['id' => $id, 'author_id' => $author_id]) === 1;
    }

    /** @param array<string, string|null> $row */
    private static function from_row(array $row): Note
    {
        return new Note((int) $row['id'], (int) $row['invoice_id'], (int) $row['author_id'], (string) $row['body'], Timestamps::from_row((string) $row['created_at']));
    }
}
