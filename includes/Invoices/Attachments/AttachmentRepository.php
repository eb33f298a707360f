<?php

declare(strict_types=1);

namespace Counterfoil\Invoices\Attachments;

use Counterfoil\Shared\Clock\Clock;
use Counterfoil\Shared\Clock\Timestamps;
use Counterfoil\Shared\Database\Bytes;
use Counterfoil\Shared\Database\Database;
use RuntimeException;

/** Reads and writes files that go with invoices. Who may see one is seen by its invoice. */
final readonly class AttachmentRepository
{
    private const TABLE = 'attachments';
    private const CHUNKS = 'attachment_chunks';

    /** Bytes of a piece. As hex it is twice as long, and still fits into the smallest packet. */
    private const CHUNK = 262_144;

    /** How long an upload waits for its draft to be saved. */
    private const WAITS = '-1 day';

    public function __construct(private Database $database, private Clock $clock)
    {
    }

    public function insert(string $name, FileType $type, string $bytes, ?int $uploaded_by): AttachedFile
    {
        $id = $this->database->insert(self::TABLE, [
            'name' => $name,
            'type' => $type->value,
            'size' => strlen($bytes),
            'sha256' => hash('sha256', $bytes),
            'uploaded_by' => $uploaded_by,
            'created_at' => Timestamps::to_row($this->clock->now()),
        ]);
        foreach (str_split($bytes, self::CHUNK) as $number => $chunk) {
            $this->database->insert(self::CHUNKS, ['attachment_id' => $id, 'number' => $number, 'bytes' => new Bytes($chunk)]);
        }

        return new AttachedFile($id, null, $name, $type, strlen($bytes), hash('sha256', $bytes), $uploaded_by);
    }

    /** Whoever asks: the caller looks whether its invoice is for them. */
    public function find(int $id): ?AttachedFile
    {
        $row = $this->database->row("SELECT * FROM {$this->database->table(self::TABLE)} WHERE id = ?", [$id]);

        return $row === null ? null : AttachedFile::from_row($row);
    }

    /** @return list<AttachedFile> in their order */
    public function of_invoice(int $invoice_id): array
    {
        return array_map(AttachedFile::from_row(...), $this->database->rows("SELECT * FROM {$this->database->table(self::TABLE)} WHERE invoice_id = ? ORDER BY position, id", [$invoice_id]));
    }

    /**
     * @param list<int> $invoice_ids
     * @return array<int, list<string>> names of files by invoice; invoices without any are left out
     */
    public function names(array $invoice_ids): array
    {
        $names = [];
        foreach (array_chunk($invoice_ids, 500) as $some) {
            foreach ($this->database->rows("SELECT invoice_id, name FROM {$this->database->table(self::TABLE)} WHERE invoice_id IN ({$this->database->marks($some)}) ORDER BY invoice_id, position, id", $some) as $row) {
                $names[(int) $row['invoice_id']][] = (string) $row['name'];
            }
        }

        return $names;
    }

    /** @throws RuntimeException when it is not what was uploaded */
    public function bytes(AttachedFile $file): string
    {
        $bytes = implode('', array_map(
            static fn (array $row): string => (string) $row['bytes'],
            $this->database->rows("SELECT bytes FROM {$this->database->table(self::CHUNKS)} WHERE attachment_id = ? ORDER BY number", [$file->id])
        ));
        if (! hash_equals($file->sha256, hash('sha256', $bytes))) {
            throw new RuntimeException("The file {$file->id} of an invoice is not what was uploaded.");
        }

        return $bytes;
    }

    /** @return bool false when it went to an invoice meanwhile, or is no more */
    public function claim(int $id, int $invoice_id): bool
    {
        return $this->database->update(self::TABLE, ['invoice_id' => $invoice_id], ['id' => $id, 'invoice_id' => null]) === 1;
    }

    public function put_at(int $id, int $position): void
    {
        $this->database->update(self::TABLE, ['position' => $position], ['id' => $id]);
    }

    public function delete(int $id): void
    {
        $this->database->delete(self::TABLE, ['id' => $id]);
        $this->database->delete(self::CHUNKS, ['attachment_id' => $id]);
    }

    public function delete_of(int $invoice_id): void
    {
        foreach ($this->of_invoice($invoice_id) as $file) {
            $this->delete($file->id);
        }
    }

    /**
     * The same files once more, for another invoice.
     *
     * @param int|null $to_invoice_id null for one that is only to come: each is claimed for it then
     * @return list<int> the new files' ids
     */
    public function copy(int $from_invoice_id, ?int $to_invoice_id): array
    {
        $ids = [];
        foreach ($this->of_invoice($from_invoice_id) as $position => $file) {
            $id = $this->database->insert(self::TABLE, [
                'invoice_id' => $to_invoice_id,
                'position' => $position,
                'name' => $file->name,
                'type' => $file->type->value,
                'size' => $file->size,
                'sha256' => $file->sha256,
                'uploaded_by' => $file->uploaded_by,
                'created_at' => Timestamps::to_row($this->clock->now()),
            ]);
            $this->database->execute(
                "INSERT INTO {$this->database->table(self::CHUNKS)} (attachment_id, number, bytes) SELECT ?, number, bytes FROM {$this->database->table(self::CHUNKS)} WHERE attachment_id = ?",
                [$id, $file->id]
            );
            $ids[] = $id;
        }

        return $ids;
    }

    /** What was uploaded for a draft that nobody saved. */
    public function sweep(): void
    {
        $waiting = $this->database->rows(
            "SELECT id FROM {$this->database->table(self::TABLE)} WHERE invoice_id IS NULL AND created_at < ? ORDER BY id LIMIT 500",
            [Timestamps::to_row($this->clock->now()->modify(self::WAITS))]
        );
        foreach ($waiting as $row) {
            // One that a draft takes at this moment stays.
            if ($this->database->delete(self::TABLE, ['id' => (int) $row['id'], 'invoice_id' => null]) === 1) {
                $this->database->delete(self::CHUNKS, ['attachment_id' => (int) $row['id']]);
            }
        }
    }
}
