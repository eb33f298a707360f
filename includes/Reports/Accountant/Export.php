<?php

declare(strict_types=1);

namespace Counterfoil\Reports\Accountant;

use Counterfoil\Shared\Clock\Timestamps;
use DateTimeImmutable;

/** An export for the accountant, and how far it is. */
final readonly class Export
{
    /** Days that it can be downloaded, from its end on. */
    public const KEPT_DAYS = 7;

    /**
     * @param string|null $month "2026-03" of one that was made by itself
     * @param string $locale language of its tables and folders
     * @param int $part which part is being written
     * @param list<int|string>|null $position where the part goes on; null for its beginning
     * @param int $done documents that are in it
     * @param int $total documents that there are
     * @param int $pieces how many pieces its bytes are in so far
     * @param int $size bytes
     * @param OpenFile|null $open the table that is being written
     * @param array<string, array<string, int|string>> $sums of taxes so far
     * @param list<string> $problems a sentence for each document that is missing
     * @param int $version only grows
     */
    private function __construct(
        public int $id,
        public ExportState $state,
        public string $from,
        public string $to,
        public ?string $month,
        public string $locale,
        public int $part,
        public ?array $position,
        public int $done,
        public int $total,
        public int $pieces,
        public int $files,
        public int $size,
        public ?OpenFile $open,
        public array $sums,
        public array $problems,
        public string $error,
        public string $requested_by,
        public int $version,
        public DateTimeImmutable $created_at,
        public ?DateTimeImmutable $ended_at,
    ) {
    }

    /** @param array<string, string|null> $row */
    public static function from_row(array $row): self
    {
        return new self(
            (int) $row['id'],
            ExportState::from((string) $row['state']),
            (string) $row['from_day'],
            (string) $row['to_day'],
            $row['month'],
            (string) $row['locale'],
            (int) $row['part'],
            $row['position'] === '' ? null : json_decode((string) $row['position'], true, 2, JSON_THROW_ON_ERROR),
            (int) $row['done'],
            (int) $row['total'],
            (int) $row['pieces'],
            (int) $row['files'],
            (int) $row['size'],
            $row['open_file'] === '' ? null : OpenFile::from_json((string) $row['open_file']),
            $row['sums'] === null ? [] : json_decode($row['sums'], true, 4, JSON_THROW_ON_ERROR),
            $row['problems'] === null ? [] : json_decode($row['problems'], true, 2, JSON_THROW_ON_ERROR),
            (string) $row['error'],
            (string) $row['requested_by'],
            (int) $row['version'],
            Timestamps::from_row((string) $row['created_at']),
            $row['ended_at'] === null ? null : Timestamps::from_row($row['ended_at']),
        );
    }

    public function expires_at(): ?DateTimeImmutable
    {
        return $this->ended_at?->modify('+' . self::KEPT_DAYS . ' days');
    }

    /** "Accountant-2026-03-01-2026-03-31.zip" */
    public function filename(): string
    {
        return "accountant-{$this->from}-{$this->to}.zip";
    }
}
