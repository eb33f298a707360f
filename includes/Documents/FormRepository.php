<?php

declare(strict_types=1);

namespace Counterfoil\Documents;

use Counterfoil\Shared\Database\Bytes;
use Counterfoil\Shared\Database\Database;

/** What was copied into each issued document. Written once, by the transaction that issues it. */
final readonly class FormRepository
{
    private const TABLE = 'document_forms';

    public function __construct(private Database $database)
    {
    }

    /** Issued already, its transaction is refused as it ends (UniqueViolation). */
    public function keep(DocumentKind $kind, int $id, StoredForm $form): void
    {
        $this->database->insert_later(self::TABLE, [
            'kind' => $kind->value,
            'document_id' => $id,
            'form' => $form->form,
            'content' => new Bytes($form->to_bytes()),
        ]);
    }

    /**
     * @param list<int> $ids
     * @return array<int, StoredForm> by id; what was never issued is left out
     */
    public function find_many(DocumentKind $kind, array $ids): array
    {
        $rows = $ids === [] ? [] : $this->database->rows("SELECT document_id, form, content FROM {$this->database->table(self::TABLE)} WHERE kind = ? AND document_id IN ({$this->database->marks($ids)})", [$kind->value, ...$ids]);

        return array_column(array_map(static fn (array $row): array => [(int) $row['document_id'], StoredForm::from_bytes((int) $row['form'], (string) $row['content'])], $rows), 1, 0);
    }

    /** Null for what was never issued. */
    public function find(DocumentKind $kind, int $id): ?StoredForm
    {
        $row = $this->database->row("SELECT form, content FROM {$this->database->table(self::TABLE)} WHERE kind = ? AND document_id = ?", [$kind->value, $id]);

        return $row === null ? null : StoredForm::from_bytes((int) $row['form'], (string) $row['content']);
    }
}
