<?php

declare(strict_types=1);

namespace Counterfoil\Shared;

use Counterfoil\Shared\Database\Database;
use Counterfoil\Shared\Database\UniqueViolation;

/** The business's choices, a row a page of settings; all of them are read at once, when the first is asked for. */
final readonly class Settings
{
    private const TABLE = 'settings';

    public function __construct(private Database $database)
    {
    }

    /**
     * @param array<string, mixed> $defaults what counts where nothing was chosen
     * @return array<string, mixed>
     */
    public function get(string $name, array $defaults = []): array
    {
        return ($this->database->remembered()->get(self::TABLE, '', $this->all(...))[$name] ?? []) + $defaults;
    }

    /**
     * Part of the change that is under way.
     *
     * @param array<string, mixed> $values
     */
    public function set(string $name, array $values): void
    {
        $this->database->remembered()->forget(self::TABLE);
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

    /** As the first thing of a change: it is the only one of those that hold this page, until it ends. What it reads next is what they have left. */
    public function hold(string $name): void
    {
        // Where nothing was chosen there is no row: then this one waits for whoever is adding it.
        $this->database->execute("INSERT INTO {$this->database->table(self::TABLE)} (name, value) VALUES (?, '{}') ON DUPLICATE KEY UPDATE name = name", [$name]);
    }

    /** @return array<string, array<string, mixed>> by name */
    private function all(): array
    {
        $all = [];
        foreach ($this->database->rows("SELECT * FROM {$this->database->table(self::TABLE)}") as $row) {
            $value = json_decode((string) $row['value'], true, 32);
            // What somebody has spoilt counts as not chosen.
            $all[(string) $row['name']] = is_array($value) ? $value : [];
        }

        return $all;
    }
}
