<?php

declare(strict_types=1);

namespace Counterfoil\Documents;

use Counterfoil\Shared\Clock\Clock;
use Counterfoil\Shared\Clock\Timestamps;
use Counterfoil\Shared\Database\Bytes;
use Counterfoil\Shared\Database\Database;
use Counterfoil\Shared\Database\UniqueViolation;
use RuntimeException;

/** The PDFs of issued documents. The first one that is made is the one for good: what is mailed and what is downloaded. */
final readonly class PdfRepository
{
    private const TABLE = 'document_pdfs';

    public function __construct(private Database $database, private Clock $clock)
    {
    }

    /**
     * @return string|null its bytes; null when none was made yet
     * @throws RuntimeException when it is not what was kept
     */
    public function find(PdfKind $kind, int $id): ?string
    {
        $row = $this->database->row("SELECT bytes, sha256 FROM {$this->database->table(self::TABLE)} WHERE kind = ? AND document_id = ?", [$kind->value, $id]);
        if ($row === null) {
            return null;
        }
        if (! hash_equals((string) $row['sha256'], hash('sha256', (string) $row['bytes']))) {
            throw new RuntimeException("The kept PDF of {$kind->value} {$id} is not what was kept.");
        }

        return (string) $row['bytes'];
    }

    /** @return string the bytes that are kept: those of whoever was first */
    public function keep(PdfKind $kind, int $id, string $pdf): string
    {
        try {
            $this->database->insert(self::TABLE, [
                'kind' => $kind->value,
                'document_id' => $id,
                'sha256' => hash('sha256', $pdf),
                'bytes' => new Bytes($pdf),
                'created_at' => Timestamps::to_row($this->clock->now()),
            ]);
        } catch (UniqueViolation) {
            return (string) $this->find($kind, $id);
        }

        return $pdf;
    }
}
