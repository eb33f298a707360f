<?php

declare(strict_types=1);

namespace Counterfoil\Shared\Database;

use Closure;
use Counterfoil\Shared\Clock\Clock;
use Counterfoil\Shared\Clock\Timestamps;
use DateTimeImmutable;
use JsonException;
use stdClass;

/** Answers that many statements made, kept as long as nothing was changed: who comes then reads them by one statement. */
final readonly class KeptAnswers
{
    private const TABLE = 'kept_answers';

    /** What an answer depends on and no table of ours knows (a filter, a constant) has come through after this. */
    private const MINUTES = 10;

    /** Of the state: they are counted each time. */
    private const MOST_ROWS = 500;

    public function __construct(private Database $database, private Clock $clock)
    {
    }

    /**
     * @param string $name of the answer
     * @param list<string> $of all that it depends on beside our tables and the time: who asks, in which language
     * @param Closure(): array<string, mixed> $make of arrays, texts, numbers and stdClass
     * @param Closure(): DateTimeImmutable $until when it is another one although nothing was changed: the end of a day
     * @return array<string, mixed>
     */
    public function get(string $name, array $of, Closure $make, Closure $until): array
    {
        if ($this->database->is_in_transaction()) {
            return $make();
        }
        $name .= ':' . hash('sha256', (string) json_encode($of));
        // First the state, then what it is the state of: what is changed in between is the next one's.
        $row = $this->database->row(
            "SELECT current.state AS present, kept.state, kept.answer, kept.made_at, kept.valid_until FROM (SELECT {$this->database->state()->sql()} AS state) current
            LEFT JOIN {$this->database->table(self::TABLE)} kept ON kept.name = ?",
            [$name]
        );
        $now = $this->clock->now();
        $state = (string) ($row['present'] ?? '');
        if ($state === ($row['state'] ?? null) && $row['made_at'] <= Timestamps::to_row($now) && $row['valid_until'] > Timestamps::to_row($now)) {
            $answer = self::read(json_decode((string) $row['answer']));
            if (is_array($answer)) {
                return $answer;
            }
        }
        $answer = $this->database->remembered()->during($make);
        $this->keep($name, $state, $answer, $now, min($until(), $now->modify('+' . self::MINUTES . ' minutes')));

        return $answer;
    }

    /** Of everybody: also what no longer holds names persons. */
    public function forget(): void
    {
        $this->database->execute("DELETE FROM {$this->database->table(self::TABLE)}");
    }

    /** @param array<string, mixed> $answer */
    private function keep(string $name, string $state, array $answer, DateTimeImmutable $now, DateTimeImmutable $until): void
    {
        try {
            // In ASCII: of other text WordPress asks the table first which characters its columns take.
            $this->database->execute(
                "REPLACE INTO {$this->database->table(self::TABLE)} (name, state, answer, made_at, valid_until) VALUES (?, ?, ?, ?, ?)",
                [$name, $state, json_encode($answer, JSON_THROW_ON_ERROR | JSON_PRESERVE_ZERO_FRACTION), Timestamps::to_row($now), Timestamps::to_row($until)]
            );
            if (State::rows($state) > self::MOST_ROWS) {
                $this->database->transaction($this->database->state()->shrink(...));
            }
        } catch (DatabaseError | JsonException) {
            // It is right all the same.
        }
    }

    /** What JSON calls an object was an array with names; one without any was an object, for an empty array would be a list. */
    private static function read(mixed $value): mixed
    {
        $values = $value instanceof stdClass ? get_object_vars($value) : $value;

        return is_array($values) && ($values !== [] || is_array($value)) ? array_map(self::read(...), $values) : $value;
    }
}
