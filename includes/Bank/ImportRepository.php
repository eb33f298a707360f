<?php

declare(strict_types=1);

namespace Counterfoil\Bank;

use Counterfoil\Bank\Formats\Format;
use Counterfoil\Shared\Actor;
use Counterfoil\Shared\Clock\Clock;
use Counterfoil\Shared\Clock\Timestamps;
use Counterfoil\Shared\Database\Condition;
use Counterfoil\Shared\Database\Database;
use Counterfoil\Shared\Database\Keyset;
use Counterfoil\Shared\DomainError;

/**
 * Reads and writes which bank statements were imported.
 *
 * @phpstan-import-type Row from Database
 */
final readonly class ImportRepository
{
    public function __construct(private Database $database, private Clock $clock)
    {
    }

    public static function order(): Keyset
    {
        return new Keyset('id', descending: true);
    }

    /**
     * @return Row
     * @throws DomainError 404
     */
    public function get(int $id): array
    {
        return $this->database->row("SELECT * FROM {$this->database->table('bank_imports')} WHERE id = ?", [$id]) ?? throw DomainError::not_found();
    }

    /**
     * @param list<int|string>|null $after
     * @return array{rows: list<Row>, next: list<int|string>|null} newest first
     */
    public function page(int $limit, ?array $after): array
    {
        $rows = self::order()->rows($this->database, "SELECT * FROM {$this->database->table('bank_imports')}", Condition::always(), $after, $limit + 1);
        $page = array_slice($rows, 0, $limit);

        return ['rows' => $page, 'next' => count($rows) > $limit ? self::order()->position($page[$limit - 1]) : null];
    }

    public function has_other_than(Format $format): bool
    {
        return $this->database->row("SELECT id FROM {$this->database->table('bank_imports')} WHERE format <> ? LIMIT 1", [$format->value]) !== null;
    }

    public function add(Format $format, string $file_name, Actor $by): int
    {
        return $this->database->insert('bank_imports', [
            'format' => $format->value,
            'file_name' => mb_substr($file_name, 0, 190),
            'imported_by' => mb_substr($by->name, 0, 190),
            'created_at' => Timestamps::to_row($this->clock->now()),
        ]);
    }

    public function finish(int $id, string $account, ?string $first_day, ?string $last_day, int $lines, int $added): void
    {
        $this->database->update('bank_imports', ['account' => $account, 'first_day' => $first_day, 'last_day' => $last_day, 'line_count' => $lines, 'added' => $added], ['id' => $id]);
    }
}
