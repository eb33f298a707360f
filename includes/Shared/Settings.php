<?php

declare(strict_types=1);

namespace Counterfoil\Shared;

use Counterfoil\Shared\Database\Database;
use Counterfoil\Shared\Database\UniqueViolation;

/** The business's choices, a row a page of settings; all of them are read at once, when the first is asked for. */
final class Settings
{
    private const TABLE = 'settings';

    /** @var array<string, array<string, mixed>>|null as they were read; forgotten when this process writes or takes back */
    private ?array $read = null;

    private int $state = -1;

    public function __construct(private readonly Database $database)
    {
    }

    /**
     * @param array<string, mixed> $defaults what counts where nothing was chosen
     * @return array<string, mixed>
     */
    public function get(string $name, array $defaults = []): array
    {
        // What was written may be taken back with its transaction: only what was read since then counts.
        $state = $this->database->state();
        if ($this->read === null || $this->state !== $state) {
            $this->read = [];
            foreach ($this->database->rows("SELECT name, value FROM {$this->database->table(self::TABLE)}") as $row) {
                $value = json_decode((string) $row['value'], true, 32);
                // What somebody has spoilt counts as not chosen.
                $this->read[(string) $row['name']] = is_array($value) ? $value : [];
            }
            $this->state = $state;
        }

        return ($this->read[$name] ?? []) + $defaults;
    }

    /**
     * Part of the change that is under way.
     *
     * @param array<string, mixed> $values
     */
    public function set(string $name, array $values): void
    {
        $json = json_encode($values, JSON_THROW_ON_ERROR | JSON_UNESCAPED_UNICODE);
        if ($this->database->value("SELECT name FROM {$this->database->table(self::TABLE)} WHERE name = ?", [$name]) === null) {
            try {
                $this->database->insert(self::TABLE, ['name' => $name, 'value' => $json]);

                return;
            } catch (UniqueViolation) {
                // Somebody else was first: theirs is overwritten.
            }
        }
        $this->database->update(self::TABLE, ['value' => $json], ['name' => $name]);
    }

    /** Between the tests of one process. */
    public function forget(): void
    {
        $this->read = null;
    }
}
