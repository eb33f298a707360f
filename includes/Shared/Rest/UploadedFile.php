<?php

declare(strict_types=1);

namespace Counterfoil\Shared\Rest;

use Counterfoil\Shared\DomainError;

/** A file that came with a request (multipart/form-data), where PHP has put it for as long as the request lasts. */
final readonly class UploadedFile
{
    private function __construct(private string $path, /** As the browser named it */ public string $name, /** Bytes */ public int $size)
    {
    }

    /**
     * @param array<string, mixed> $files as PHP has them: name, tmp_name, error, size of each part
     * @param int $announced bytes of the whole request, as it said itself
     * @throws DomainError 400 when there is none, or PHP would not take it
     */
    public static function from(array $files, int $announced): self
    {
        $file = $files['file'] ?? null;
        if (! is_array($file) || ! is_string($file['name'] ?? null) || ! is_string($file['tmp_name'] ?? null)) {
            // PHP drops all of a request that is larger than its limit, without a word.
            throw $announced > self::limit() ? self::too_large() : self::missing();
        }

        return match ((int) ($file['error'] ?? UPLOAD_ERR_NO_FILE)) {
            UPLOAD_ERR_OK => new self($file['tmp_name'], $file['name'], (int) filesize($file['tmp_name'])),
            UPLOAD_ERR_INI_SIZE, UPLOAD_ERR_FORM_SIZE => throw self::too_large(),
            UPLOAD_ERR_NO_FILE => throw self::missing(),
            UPLOAD_ERR_PARTIAL => throw DomainError::invalid(__('The upload was interrupted. Try again.', 'counterfoil'), '/file'),
            default => throw DomainError::invalid(__('This site couldn’t save the file. Contact your host if this keeps happening.', 'counterfoil'), '/file'),
        };
    }

    public static function missing(): DomainError
    {
        return DomainError::invalid(__('Choose a file.', 'counterfoil'), '/file');
    }

    /** @return int bytes that this site's PHP takes at once */
    public static function limit(): int
    {
        return (int) wp_max_upload_size();
    }

    /** Where it lies for as long as the request lasts: for what reads it piece by piece. */
    public function path(): string
    {
        return $this->path;
    }

    public function bytes(): string
    {
        $bytes = file_get_contents($this->path);

        return $bytes !== false ? $bytes : throw DomainError::invalid(__('The upload was interrupted. Try again.', 'counterfoil'), '/file');
    }

    public function sha256(): string
    {
        return (string) hash_file('sha256', $this->path);
    }

    private static function too_large(): DomainError
    {
        /* translators: %s: size, "2 MB" */
        return DomainError::invalid(sprintf(__('This file is larger than this site accepts (%s). Choose a smaller file, or ask your host to raise the upload limit.', 'counterfoil'), (string) size_format(self::limit())), '/file');
    }
}
