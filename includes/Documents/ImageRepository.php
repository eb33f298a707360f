<?php

declare(strict_types=1);

namespace Counterfoil\Documents;

use Counterfoil\Shared\Database\Bytes;
use Counterfoil\Shared\Database\Database;
use Counterfoil\Shared\Database\UniqueViolation;
use Counterfoil\Shared\SafeImage;
use RuntimeException;

/** Pictures that are on documents, each kept once, however many documents show it. They are never changed or taken away. */
final readonly class ImageRepository
{
    private const TABLE = 'document_images';

    public function __construct(private Database $database)
    {
    }

    /** @return string the hash it is found by */
    public function keep(SafeImage $image): string
    {
        $bytes = (string) base64_decode($image->data, true);
        $sha256 = hash('sha256', $bytes);
        // What is there stays there: it is looked for once.
        $this->database->remembered()->get(self::TABLE, $sha256, fn () => $this->write_once($sha256, $bytes, $image));

        return $sha256;
    }

    /** @throws RuntimeException when it is not there, or not what was kept */
    public function get(string $sha256): SafeImage
    {
        $row = $this->database->row("SELECT * FROM {$this->database->table(self::TABLE)} WHERE sha256 = ?", [$sha256]);
        if ($row === null || ! hash_equals($sha256, hash('sha256', (string) $row['bytes']))) {
            throw new RuntimeException("The picture {$sha256} of a document is not what was kept.");
        }

        return new SafeImage((string) $row['mime'], base64_encode((string) $row['bytes']), (int) $row['width'], (int) $row['height']);
    }

    private function write_once(string $sha256, string $bytes, SafeImage $image): bool
    {
        if ($this->database->value("SELECT mime FROM {$this->database->table(self::TABLE)} WHERE sha256 = ?", [$sha256]) !== null) {
            return true;
        }
        try {
            $this->database->insert(self::TABLE, [
                'sha256' => $sha256,
                'mime' => $image->mime,
                'width' => $image->width,
                'height' => $image->height,
                'bytes' => new Bytes($bytes),
            ]);
        } catch (UniqueViolation) {
            // Somebody else kept the same one.
        }

        return true;
    }
}
