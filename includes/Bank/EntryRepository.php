<?php

declare(strict_types=1);

namespace Counterfoil\Bank;

use Counterfoil\Bank\Formats\Format;
use Counterfoil\Bank\Formats\Line;
use Counterfoil\Bank\Matching\Proposal;
use Counterfoil\Shared\Actor;
use Counterfoil\Shared\Clock\Clock;
use Counterfoil\Shared\Clock\Timestamps;
use Counterfoil\Shared\Database\Condition;
use Counterfoil\Shared\Database\Database;
use Counterfoil\Shared\Database\Keyset;
use Counterfoil\Shared\DomainError;
use Counterfoil\Shared\Viewer;

/**
 * Reads and writes lines of bank statements. Changes are compare-and-set: they say whether they hit. Who sees some clients
 * only sees the lines that were matched with these: what is not matched yet may be anybody's.
 *
 * @phpstan-import-type Value from Database
 */
final readonly class EntryRepository
{
    private const TABLE = 'bank_entries';

    public function __construct(private Database $database, private Clock $clock)
    {
    }

    public static function order(): Keyset
    {
        return new Keyset('booked_on', descending: true);
    }

    /** @throws DomainError 404 */
    public function get(int $id, Viewer $viewer): Entry
    {
        $seen = (new Condition('id = ?', [$id]))->and($viewer->condition('client_id'));
        $row = $this->database->row("SELECT * FROM {$this->table()} WHERE {$seen->sql}", $seen->arguments);

        return $row === null ? throw DomainError::not_found() : Entry::from_row($row);
    }

    /**
     * @param array<string, mixed> $filter the contract's query of `bank.entries`
     * @param list<int|string>|null $after where it begins, as the page before said; null for the first page
     * @return array{entries: list<Entry>, next: list<int|string>|null} newest day first; `next` is null on the last page
     */
    public function page(array $filter, Viewer $viewer, int $limit, ?array $after): array
    {
        $where = $viewer->condition('client_id');
        foreach (['import_id' => 'import_id', 'state' => 'state', 'match' => 'grade'] as $name => $column) {
            $where = isset($filter[$name]) ? $where->and(new Condition("{$column} = ?", [$filter[$name]])) : $where;
        }
        $search = trim($filter['search'] ?? '');
        if ($search !== '') {
            $like = $this->database->like($search);
            $where = $where->and(new Condition('(name LIKE ? OR account LIKE ? OR purpose LIKE ? OR reference LIKE ?)', [$like, $this->database->like(str_replace(' ', '', $search)), $like, $like]));
        }
        $order = self::order();
        $rows = $order->rows($this->database, "SELECT * FROM {$this->table()}", $where, $after, $limit + 1);
        $page = array_slice($rows, 0, $limit);

        return ['entries' => array_map(Entry::from_row(...), $page), 'next' => count($rows) > $limit ? $order->position($page[$limit - 1]) : null];
    }

    /** @return list<Entry> open ones that seem to pay something of a client */
    public function open_for(int $client_id): array
    {
        return $this->many("proposed_client_id = ? AND state = 'open'", [$client_id]);
    }

    /** @return list<Entry> open ones of a statement whose match is sure, oldest first */
    public function sure(int $import_id, int $after, int $limit): array
    {
        return $this->many("import_id = ? AND state = 'open' AND grade = 'sure' AND id > ?", [$import_id, $after], $limit);
    }

    /** @return list<Entry> matched ones, oldest first */
    public function matched(int $after, int $limit): array
    {
        return $this->many("state = 'matched' AND id > ?", [$after], $limit);
    }

    /**
     * @param list<non-empty-array<string, Value>> $rows columns alike
     * @return int how many are new; those whose identity is there already are left out
     */
    public function add(array $rows): int
    {
        if ($rows === []) {
            return 0;
        }
        $columns = implode(', ', array_keys($rows[0]));
        $marks = implode(', ', array_fill(0, count($rows), "({$this->database->marks($rows[0])})"));

        return $this->database->execute("INSERT IGNORE INTO {$this->table()} ({$columns}) VALUES {$marks}", array_merge(...array_map(array_values(...), $rows)));
    }

    /**
     * @param non-empty-list<string> $identities
     * @return list<string> those that are there
     */
    public function known(array $identities): array
    {
        return array_map(static fn (array $row): string => (string) $row['identity'], $this->database->rows("SELECT identity FROM {$this->table()} WHERE identity IN ({$this->database->marks($identities)})", $identities));
    }

    /**
     * @param non-empty-list<string> $days
     * @param non-empty-list<int> $amounts minor units
     * @return array<int, Line> by id, oldest first: of these days and amounts, from files of other formats
     */
    public function of_other_formats(Format $format, array $days, array $amounts): array
    {
        $rows = $this->database->rows("SELECT entry.* FROM {$this->table()} entry JOIN {$this->database->table('bank_imports')} import ON import.id = entry.import_id AND import.format <> ? WHERE entry.booked_on IN ({$this->database->marks($days)}) AND entry.amount IN ({$this->database->marks($amounts)}) ORDER BY entry.id", [$format->value, ...$days, ...$amounts]);

        return array_column(array_map(static fn (array $row): array => [(int) $row['id'], new Line(
            0,
            (string) $row['booked_on'],
            (int) $row['amount'],
            (string) $row['currency'],
            (string) $row['name'],
            (string) $row['account'],
            (string) $row['purpose'],
            (string) $row['reference'],
            own_account: (string) $row['own_account'],
        )], $rows), 1, 0);
    }

    /** @return bool false when it is not open any more, or was matched and undone meanwhile */
    public function match(Entry $entry, Actor $by): bool
    {
        return $this->database->update(self::TABLE, [
            'state' => EntryState::Matched->value,
            'matched_by' => mb_substr($by->name, 0, 190),
            'matched_at' => Timestamps::to_row($this->clock->now()),
        ], ['id' => $entry->id, 'state' => EntryState::Open->value, 'round' => $entry->round]) === 1;
    }

    /** Whose money it is, and its payment. */
    public function paid(int $id, int $client_id, int $payment_id): void
    {
        $this->database->update(self::TABLE, ['client_id' => $client_id, 'payment_id' => $payment_id], ['id' => $id]);
    }

    /** @return bool false when it is not in this state any more */
    public function move(Entry $entry, EntryState $to): bool
    {
        return $this->database->update(self::TABLE, ['state' => $to->value], ['id' => $entry->id, 'state' => $entry->state->value, 'round' => $entry->round]) === 1;
    }

    /** A match is undone: open again, for another payment. @return bool false when it was undone already */
    public function reopen(Entry $entry): bool
    {
        return $this->database->update(self::TABLE, [
            'state' => EntryState::Open->value,
            'client_id' => null,
            'payment_id' => null,
            'round' => $entry->round + 1,
            'matched_by' => '',
            'matched_at' => null,
        ], ['id' => $entry->id, 'state' => EntryState::Matched->value, 'round' => $entry->round]) === 1;
    }

    /** What is proposed for an open line says nothing of what happened. */
    public function propose(int $id, Proposal $proposal): void
    {
        $this->database->update(self::TABLE, $proposal->to_row(), ['id' => $id, 'state' => EntryState::Open->value]);
    }

    /**
     * @param list<int> $import_ids
     * @return array<int, array<string, int>> how many lines by import, and by state or, of open ones, by grade
     */
    public function counts(array $import_ids): array
    {
        $counts = array_fill_keys($import_ids, []);
        if ($import_ids === []) {
            return [];
        }
        $rows = $this->database->rows("SELECT import_id, state, grade, COUNT(*) AS how_many FROM {$this->table()} WHERE import_id IN ({$this->database->marks($import_ids)}) GROUP BY import_id, state, grade", $import_ids);
        foreach ($rows as $row) {
            $name = $row['state'] === EntryState::Open->value ? (string) $row['grade'] : (string) $row['state'];
            $counts[(int) $row['import_id']][$name] = ($counts[(int) $row['import_id']][$name] ?? 0) + (int) $row['how_many'];
        }

        return $counts;
    }

    /**
     * @param list<Value> $arguments
     * @return list<Entry> oldest first
     */
    private function many(string $condition, array $arguments, int $limit = 200): array
    {
        return array_map(Entry::from_row(...), $this->database->rows("SELECT * FROM {$this->table()} WHERE {$condition} ORDER BY id LIMIT ?", [...$arguments, $limit]));
    }

    private function table(): string
    {
        return $this->database->table(self::TABLE);
    }
}
