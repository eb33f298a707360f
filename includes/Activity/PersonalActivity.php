<?php

declare(strict_types=1);

namespace Counterfoil\Activity;

use Counterfoil\Shared\Change\Change;
use Counterfoil\Shared\Clock\Timestamps;
use Counterfoil\Shared\Database\Condition;
use Counterfoil\Shared\Database\Database;
use Counterfoil\Shared\Privacy\Person;
use Counterfoil\Shared\Privacy\PersonalData;
use Counterfoil\Shared\Privacy\Record;

/**
 * What happened with a person, or by them. That it happened is kept, since clients' affairs are told by it; who it
 * was is not.
 */
final readonly class PersonalActivity implements PersonalData
{
    /** Where a name or an address was. */
    private const ERASED = '—';
    private const AT_ONCE = 500;

    public function __construct(private Database $database, private EventSentences $sentences)
    {
    }

    public function export(Person $person): array
    {
        $records = [];
        foreach ($this->rows($person) as $row) {
            $data = json_decode((string) $row['data'], true);
            $records[] = new Record('counterfoil-activity', __('Activity in the client portal', 'counterfoil'), "counterfoil-event-{$row['id']}", [
                __('When', 'counterfoil') => Timestamps::to_wire(Timestamps::from_row((string) $row['occurred_at'])),
                __('What', 'counterfoil') => $this->sentences->say((string) $row['type'], is_array($data) ? $data : []),
            ]);
        }

        return $records;
    }

    public function erase(Person $person, Change $change): array
    {
        foreach ($this->rows($person) as $row) {
            // Whoever came by a link is called by its address: also by one that is nobody's, or was theirs before.
            $is_theirs = $row['actor_type'] === 'contact' && (in_array((int) $row['actor_id'], $person->contact_ids, true) || $row['actor_name'] === $person->email);
            $names = $is_theirs ? [...$person->names, (string) $row['actor_name']] : $person->names;
            $data = json_decode((string) $row['data'], true);
            $this->database->update('events', [
                'actor_name' => $is_theirs ? self::ERASED : (string) $row['actor_name'],
                'data' => (string) wp_json_encode((object) self::without($person->email, $names, is_array($data) ? $data : [])),
            ], ['id' => (int) $row['id']]);
        }

        return [];
    }

    /**
     * @param list<string> $names
     * @param array<array-key, mixed> $data
     * @return array<array-key, mixed>
     */
    private static function without(string $email, array $names, array $data): array
    {
        return array_map(static fn (mixed $value): mixed => match (true) {
            is_array($value) => self::without($email, $names, $value),
            is_string($value) => in_array($value, $names, true) ? self::ERASED : str_ireplace($email, self::ERASED, $value),
            default => $value,
        }, $data);
    }

    /** @return iterable<array<string, string|null>> */
    private function rows(Person $person): iterable
    {
        $table = $this->database->table('events');
        $condition = new Condition("(data LIKE ? OR (actor_type = 'contact' AND actor_name = ?))", [$this->database->like(trim((string) wp_json_encode($person->email), '"')), $person->email]);
        if ($person->contact_ids !== []) {
            $marks = $this->database->marks($person->contact_ids);
            $condition = new Condition(
                "({$condition->sql} OR (subject_type = 'contact' AND subject_id IN ({$marks})) OR (actor_type = 'contact' AND actor_id IN ({$marks}))
                OR id IN (SELECT event_id FROM {$this->database->table('event_subjects')} WHERE subject_type = 'contact' AND subject_id IN ({$marks})))",
                [...$condition->arguments, ...$person->contact_ids, ...$person->contact_ids, ...$person->contact_ids]
            );
        }
        for ($last = 0; ;) {
            $rows = $this->database->rows("SELECT * FROM {$table} WHERE id > ? AND {$condition->sql} ORDER BY id LIMIT " . self::AT_ONCE, [$last, ...$condition->arguments]);
            yield from $rows;
            if (count($rows) < self::AT_ONCE) {
                return;
            }
            $last = (int) end($rows)['id'];
        }
    }
}
