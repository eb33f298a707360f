<?php

declare(strict_types=1);

namespace Counterfoil\Clients;

use Counterfoil\Shared\Database\Condition;
use Counterfoil\Shared\Database\Database;
use Counterfoil\Shared\SearchWords;

/**
 * What clients are found by: the words of their names and addresses and of their people's, kept with them. Written
 * again in the change that changes one of these.
 */
final readonly class ClientWords
{
    private const TABLE = 'client_words';

    public function __construct(private Database $database)
    {
    }

    public function renew(int $client_id): void
    {
        $texts = [];
        foreach (['clients' => 'id', 'contacts' => 'client_id'] as $table => $column) {
            foreach ($this->database->rows("SELECT name, email FROM {$this->database->table($table)} WHERE {$column} = ?", [$client_id]) as $row) {
                array_push($texts, (string) $row['name'], (string) $row['email']);
            }
        }
        $words = SearchWords::of(...$texts);
        $kept = array_map(strval(...), array_column($this->database->rows("SELECT word FROM {$this->database->table(self::TABLE)} WHERE client_id = ?", [$client_id]), 'word'));
        foreach (array_diff($kept, $words) as $word) {
            $this->database->delete(self::TABLE, ['client_id' => $client_id, 'word' => $word]);
        }
        foreach (array_diff($words, $kept) as $word) {
            $this->database->insert(self::TABLE, ['client_id' => $client_id, 'word' => $word]);
        }
    }

    /** Rows whose column names a client that has a word for each one searched for; for lists of other nouns too. */
    public static function condition(Database $database, string $search, string $column): Condition
    {
        $condition = Condition::always();
        foreach (SearchWords::terms($search) as $term) {
            $condition = $condition->and(new Condition("{$column} IN (SELECT client_id FROM {$database->table(self::TABLE)} WHERE word >= ? AND word < ?)", SearchWords::range($term)));
        }

        return $condition;
    }
}
