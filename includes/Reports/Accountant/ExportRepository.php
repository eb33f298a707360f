<?php

declare(strict_types=1);

namespace Counterfoil\Reports\Accountant;

use Counterfoil\Shared\Clock\Clock;
use Counterfoil\Shared\Clock\Timestamps;
use Counterfoil\Shared\Database\Bytes;
use Counterfoil\Shared\Database\Database;
use Counterfoil\Shared\Database\UniqueViolation;
use Counterfoil\Shared\DomainError;

/**
 * Reads and writes exports. Their bytes are rows too: whichever web node writes the next piece or sends them finds what
 * the others wrote, and no address of the site leads to them.
 */
final readonly class ExportRepository
{
    private const TABLE = 'accountant_exports';
    private const FILES = 'accountant_export_files';
    private const PIECES = 'accountant_export_pieces';

    public function __construct(private Database $database, private Clock $clock)
    {
    }

    public function find(int $id): ?Export
    {
        $row = $this->database->row("SELECT * FROM {$this->database->table(self::TABLE)} WHERE id = ?", [$id]);

        return $row === null ? null : Export::from_row($row);
    }

    /** @throws DomainError 404, also for what was removed */
    public function get(int $id): Export
    {
        $export = $this->find($id);

        return $export !== null && $export->state !== ExportState::Removed ? $export : throw DomainError::not_found();
    }

    /** @return list<Export> newest first; there are as many as a week makes */
    public function shown(): array
    {
        return array_map(Export::from_row(...), $this->database->rows("SELECT * FROM {$this->database->table(self::TABLE)} WHERE state IN ('running', 'ready', 'failed') ORDER BY id DESC LIMIT 100"));
    }

    /** @throws UniqueViolation when that month was made by itself already */
    public function insert(string $from, string $to, ?string $month, string $locale, int $total, string $requested_by): int
    {
        return $this->database->insert(self::TABLE, [
            'state' => ExportState::Running->value,
            'from_day' => $from,
            'to_day' => $to,
            'month' => $month,
            'locale' => $locale,
            'total' => $total,
            'requested_by' => mb_substr($requested_by, 0, 190),
            'created_at' => Timestamps::to_row($this->clock->now()),
        ]);
    }

    /** @return bool whether that month was made by itself, even if it is gone again */
    public function has_month(string $month): bool
    {
        return $this->database->value("SELECT id FROM {$this->database->table(self::TABLE)} WHERE month = ?", [$month]) !== null;
    }

    /**
     * Writes a step, in the transaction that is under way.
     *
     * @return bool false when somebody else went on with it, or it was cancelled
     */
    public function write(Export $before, Step $step): bool
    {
        $values = [
            'part' => $step->part,
            'position' => $step->position === null ? '' : json_encode($step->position, JSON_THROW_ON_ERROR),
            'done' => $step->done,
            'pieces' => $before->pieces + count($step->pieces),
            'files' => $before->files + count($step->files),
            'size' => $step->size,
            'open_file' => $step->open?->to_json() ?? '',
            'sums' => json_encode((object) $step->sums, JSON_THROW_ON_ERROR | JSON_UNESCAPED_UNICODE),
            'problems' => $step->problems === [] ? null : json_encode($step->problems, JSON_THROW_ON_ERROR | JSON_UNESCAPED_UNICODE),
            'version' => $before->version + 1,
        ] + ($step->is_last ? ['state' => ExportState::Ready->value, 'ended_at' => Timestamps::to_row($this->clock->now())] : []);
        if ($this->database->update(self::TABLE, $values, ['id' => $before->id, 'version' => $before->version, 'state' => ExportState::Running->value]) !== 1) {
            return false;
        }
        foreach ($step->pieces as $index => $bytes) {
            $this->database->insert(self::PIECES, ['export_id' => $before->id, 'number' => $before->pieces + $index, 'bytes' => new Bytes($bytes)]);
        }
        if ($step->corrected !== null) {
            $this->database->update(self::PIECES, ['bytes' => new Bytes($step->corrected['bytes'])], ['export_id' => $before->id, 'number' => $step->corrected['piece']]);
        }
        foreach ($step->files as $file) {
            $this->database->insert(self::FILES, ['export_id' => $before->id] + $file);
        }

        return true;
    }

    /**
     * @param list<string> $names
     * @return list<string> those that a file has already
     */
    public function taken(int $id, array $names): array
    {
        $rows = $names === [] ? [] : $this->database->rows("SELECT name FROM {$this->database->table(self::FILES)} WHERE export_id = ? AND name IN ({$this->database->marks($names)})", [$id, ...$names]);

        return array_map(static fn (array $row): string => (string) $row['name'], $rows);
    }

    /** @return list<array{id: int, name: string, crc: int, size: int, starts_at: int}> in the order of the archive */
    public function files(int $id, int $after, int $limit): array
    {
        return array_map(
            static fn (array $row): array => ['id' => (int) $row['id'], 'name' => (string) $row['name'], 'crc' => (int) $row['crc'], 'size' => (int) $row['size'], 'starts_at' => (int) $row['starts_at']],
            $this->database->rows("SELECT * FROM {$this->database->table(self::FILES)} WHERE export_id = ? AND id > ? ORDER BY id LIMIT ?", [$id, $after, $limit])
        );
    }

    /**
     * One piece after the other: only one is in memory.
     *
     * @return iterable<string>
     */
    public function pieces(int $id, int $from, int $to): iterable
    {
        for ($number = $from; $number < $to; $number++) {
            $row = $this->database->row("SELECT bytes FROM {$this->database->table(self::PIECES)} WHERE export_id = ? AND number = ?", [$id, $number]);
            yield (string) ($row['bytes'] ?? throw DomainError::not_found());
        }
    }

    /** @return bool false when it is in another state */
    public function move(int $id, ExportState $from, ExportState $to, string $error = ''): bool
    {
        return $this->database->update(self::TABLE, ['state' => $to->value, 'error' => mb_substr($error, 0, 500), 'ended_at' => Timestamps::to_row($this->clock->now())], ['id' => $id, 'state' => $from->value]) === 1;
    }

    /** @return list<Export> whose time is over */
    public function expired(): array
    {
        $since = $this->clock->now()->modify('-' . Export::KEPT_DAYS . ' days');

        return array_map(Export::from_row(...), $this->database->rows(
            "SELECT * FROM {$this->database->table(self::TABLE)} WHERE state IN ('ready', 'failed') AND ended_at <= ? ORDER BY id LIMIT 100",
            [Timestamps::to_row($since)]
        ));
    }

    /** @return bool whether there may be more */
    public function delete_some(int $id): bool
    {
        $first = $this->database->value("SELECT MIN(number) FROM {$this->database->table(self::PIECES)} WHERE export_id = ?", [$id]);
        if ($first !== null) {
            $this->database->execute("DELETE FROM {$this->database->table(self::PIECES)} WHERE export_id = ? AND number < ?", [$id, (int) $first + 50]);

            return true;
        }
        $this->database->execute("DELETE FROM {$this->database->table(self::FILES)} WHERE export_id = ?", [$id]);

        return false;
    }
}
