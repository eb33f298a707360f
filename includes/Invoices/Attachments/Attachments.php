<?php

declare(strict_types=1);

namespace Counterfoil\Invoices\Attachments;

use Counterfoil\Shared\Actor;
use Counterfoil\Shared\Database\Database;
use Counterfoil\Shared\DomainError;
use Counterfoil\Shared\Rest\UploadedFile;

/** What may be attached to an invoice, and when. */
final readonly class Attachments
{
    public const MOST_FILES = 10;
    /** Bytes of all files of an invoice together. */
    public const MOST_BYTES = 10_485_760;

    public function __construct(private AttachmentRepository $files, private Database $database)
    {
    }

    /**
     * Keeps a file until the draft it is meant for is saved; nothing has changed for anybody until then.
     *
     * @throws DomainError 400 saying what is wrong with it
     */
    public function upload(UploadedFile $uploaded, Actor $by): AttachedFile
    {
        $type = FileType::of_name($uploaded->name);
        $wrong = static fn (string $why): DomainError => DomainError::invalid($why, '/file');
        if ($type === null) {
            throw $wrong(__('Files of this type can’t be attached. Use PDF, images, Word, Excel, PowerPoint, OpenDocument, ZIP, CSV or TXT.', 'counterfoil'));
        }
        if ($uploaded->size === 0) {
            throw $wrong(__('This file is empty. Choose another file.', 'counterfoil'));
        }
        if ($uploaded->size > self::MOST_BYTES) {
            throw $wrong(__('This file is larger than 10 MB. Choose a smaller file.', 'counterfoil'));
        }
        $bytes = $uploaded->bytes();
        if (! $type->fits($bytes)) {
            /* translators: %s: ending of a file's name, "PDF" */
            throw $wrong(sprintf(__('This file isn’t a valid %s file. Check the file and try again.', 'counterfoil'), strtoupper($type->value)));
        }

        return $this->database->transaction(fn (): AttachedFile => $this->files->insert(AttachedFile::safe_name($uploaded->name, $type), $type, $bytes, $by->type === 'staff' ? $by->id : null));
    }

    /**
     * From here on the draft has these files, in this order; what it had besides is deleted. Part of the change that is under way.
     *
     * @param list<int> $ids
     * @throws DomainError 400 naming the file that is not there, is another invoice's or somebody else's upload, or saying that it is too much
     */
    public function set(int $invoice_id, array $ids, Actor $by): void
    {
        $ids = array_values(array_unique($ids));
        $had = array_column(array_map(static fn (AttachedFile $file): array => [$file->id, $file], $this->files->of_invoice($invoice_id)), 1, 0);
        $bytes = 0;
        foreach ($ids as $position => $id) {
            $file = $had[$id] ?? $this->files->find($id);
            $is_own_upload = $file !== null && $file->invoice_id === null && $by->type === 'staff' && $file->uploaded_by === $by->id;
            if ($file === null || (! isset($had[$id]) && (! $is_own_upload || ! $this->files->claim($id, $invoice_id)))) {
                throw DomainError::invalid(__('This file is no longer available. Remove it and add it again.', 'counterfoil'), "/attachments/{$position}");
            }
            $this->files->put_at($id, $position);
            $bytes += $file->size;
        }
        if ($bytes > self::MOST_BYTES) {
            /* translators: %s: size, "12.4 MB" */
            throw DomainError::invalid(sprintf(__('These files are %s in total. The limit is 10 MB. Remove some files.', 'counterfoil'), (string) size_format($bytes, 1)), '/attachments');
        }
        foreach (array_keys(array_diff_key($had, array_flip($ids))) as $id) {
            $this->files->delete($id);
        }
    }
}
