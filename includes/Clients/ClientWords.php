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

    /** So many are named one by one in a statement. */
    private const FEW = 1000;

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
        $terms = SearchWords::terms($search);
        $words = $database->table(self::TABLE);
        $few = count($terms) < 2 ? null : self::few($database, $terms);
        if ($few !== null) {
            return $few === [] ? Condition::never() : Condition::in($column, $few);
        }
        $condition = Condition::always();
        foreach ($terms as $term) {
            $condition = $condition->and(new Condition("{$column} IN (SELECT client_id FROM {$words} WHERE word >= ? AND word < ?)", SearchWords::range($term)));
        }

        return $condition;
    }

    /**
     * What nearly everybody is called ("Ltd", "Jan") is looked for among those only that are found by the rarest word:
     * a database left to choose may read all who have the other.
     *
     * @param non-empty-list<string> $terms
     * @return list<int>|null null where each of them finds many
     */
    private static function few(Database $database, array $terms): ?array
    {
        $words = $database->table(self::TABLE);
        $rarest = null;
        foreach ($terms as $index => $term) {
            $found = $database->rows("SELECT client_id FROM {$words} WHERE word >= ? AND word < ? LIMIT ?", [...SearchWords::range($term), self::FEW + 1]);
            if (count($found) <= self::FEW && ($rarest === null || count($found) < count($rarest[1]))) {
                $rarest = [$index, $found];
            }
        }
        if ($rarest === null) {
            return null;
        }
        [$index, $found] = $rarest;
        $ids = array_values(array_unique(array_map(intval(...), array_column($found, 'client_id'))));
        foreach (array_diff_key($terms, [$index => true]) as $term) {
            if ($ids === []) {
                return [];
            }
            $among = Condition::in('client_id', $ids)->and(new Condition('word >= ? AND word < ?', SearchWords::range($term)));
            $ids = array_map(intval(...), array_column($database->rows("SELECT DISTINCT client_id FROM {$words} WHERE {$among->sql}", $among->arguments), 'client_id'));
        }

        return $ids;
    }
}
