<?php

declare(strict_types=1);

namespace Counterfoil\Shared\Database;

/**
 * Rows that one of several conditions finds, each by an index of its own. A database that is left to choose may ask for
 * all of them anew for every row there is.
 */
final readonly class FewOrMany
{
    /** So many are named one by one in the statement. */
    private const FEW = 1000;

    public function __construct(private Database $database)
    {
    }

    /**
     * Few are looked up first, and named. Many are met soon by who walks along a list's order.
     *
     * @param string $table "invoices"
     * @param non-empty-list<Condition> $parts
     * @param Condition|null $many what many are met by, where that is said in another way: one that no index tempts to
     */
    public function condition(string $table, array $parts, ?Condition $many = null): Condition
    {
        $ids = [];
        foreach ($parts as $part) {
            $found = $this->database->rows("SELECT id FROM {$this->database->table($table)} WHERE {$part->sql} LIMIT ?", [...$part->arguments, self::FEW + 1]);
            $ids += array_column($found, 'id', 'id');
            if (count($ids) > self::FEW) {
                return $many ?? Condition::any($parts);
            }
        }

        return $ids === [] ? Condition::never() : Condition::in('id', array_map(intval(...), array_values($ids)));
    }
}
