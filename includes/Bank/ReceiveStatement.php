<?php

declare(strict_types=1);

namespace Counterfoil\Bank;

use Counterfoil\Bank\Formats\Camt053;
use Counterfoil\Bank\Formats\Charset;
use Counterfoil\Bank\Formats\Csv;
use Counterfoil\Bank\Formats\CsvHeader;
use Counterfoil\Bank\Formats\CsvQuestion;
use Counterfoil\Bank\Formats\Format;
use Counterfoil\Bank\Formats\Mt940;
use Counterfoil\Bank\Formats\StatementError;
use Counterfoil\Shared\Actor;
use Counterfoil\Shared\DomainError;
use Counterfoil\Shared\Rest\UploadedFile;

/** A file that somebody uploaded: finds out what it is, and has its lines taken in. */
final readonly class ReceiveStatement
{
    public const MOST_BYTES = 10 * 1024 * 1024;

    public function __construct(private ImportStatement $import, private MappingRepository $mappings)
    {
    }

    /**
     * @return int|CsvQuestion id of the import; or what has to be known about the columns of a CSV file first
     * @throws DomainError 400, 409 when all of it is known
     */
    public function handle(UploadedFile $file, Actor $by): int|CsvQuestion
    {
        if ($file->size > self::MOST_BYTES) {
            /* translators: %s: size, "10 MB" */
            throw StatementError::in_general(sprintf(__('This file is larger than %s. Export a shorter period.', 'counterfoil'), (string) size_format(self::MOST_BYTES)));
        }
        if ($file->size === 0) {
            throw StatementError::in_general(__('This file is empty. Download the statement from your bank again.', 'counterfoil'));
        }

        return $this->read($file->path(), $file->name, $by);
    }

    /** @return int|CsvQuestion as handle() */
    public function read(string $path, string $name, Actor $by): int|CsvQuestion
    {
        $format = Format::of($path);
        if ($format === Format::Camt053) {
            return $this->import->handle(new Camt053(), $format, $path, $name, $by);
        }
        $path = Charset::without_utf16($path);
        if ($format === Format::Mt940) {
            return $this->import->handle(new Mt940(), $format, $path, $name, $by);
        }
        $header = CsvHeader::of($path);
        $mapping = $this->mappings->find($header->shape());

        return $mapping === null ? CsvQuestion::about($header) : $this->import->handle(new Csv($header, $mapping), $format, $path, $name, $by);
    }
}
