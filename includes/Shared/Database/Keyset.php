<?php

declare(strict_types=1);

namespace Counterfoil\Shared\Database;

/**
 * The order of a list and its pages: each begins behind the last row of the one before, so that a page deep inside costs
 * what the first one does, and rows that are added meanwhile shift nothing. An index of the column and `id` serves it.
 *
 * @phpstan-import-type Value from Database
 * @phpstan-type Row array<string, string|null>
 */
final readonly class Keyset
{
    /** @param bool $nullable whether rows may have nothing in the column: they come first going up and last going down */
    public function __construct(public string $column, public bool $descending = false, private bool $nullable = false)
    {
    }

    /** What a cursor of this order is signed for: one of another order leads nowhere. */
    public function name(string $list): string
    {
        return $list . ':' . $this->column . ($this->descending ? ':desc' : '');
    }

    /**
     * Where the page behind this row begins.
     *
     * @param Row $row
     * @return list<int|string>
     */
    public function position(array $row): array
    {
        $value = $row[$this->column] ?? null;

        return $value === null ? [(int) $row['id']] : [(int) $row['id'], $value];
    }

    /**
     * @param string $select "SELECT * FROM table"
     * @param list<int|string>|null $after as position() has it; null for the first page
     * @return list<Row>
     */
    public function rows(Database $database, string $select, Condition $where, ?array $after, int $limit): array
    {
        $found = [];
        foreach ($this->parts($after) as $part) {
            $all = $where->and($part);
            $direction = $this->descending ? 'DESC' : 'ASC';
            $order = $this->column === 'id' ? "id {$direction}" : "{$this->column} {$direction}, id {$direction}";
            array_push($found, ...$database->rows("{$select}{$all->where()} ORDER BY {$order} LIMIT ?", [...$all->arguments, $limit - count($found)]));
            if (count($found) >= $limit) {
                break;
            }
        }

        return $found;
    }

    /**
     * A statement each, since one over both would not be served by the index.
     *
     * @param list<int|string>|null $after
     * @return list<Condition>
     */
    private function parts(?array $after): array
    {
        $beyond = $this->descending ? '<' : '>';
        if ($this->column === 'id') {
            return [$after === null ? Condition::always() : new Condition("id {$beyond} ?", [(int) $after[0]])];
        }
        [$without, $with] = [new Condition("{$this->column} IS NULL"), $this->nullable ? new Condition("{$this->column} IS NOT NULL") : Condition::always()];
        $rest = null;
        if ($after !== null) {
            [$id, $value] = [(int) $after[0], $after[1] ?? null];
            $rest = $value === null
                ? $without->and(new Condition("id {$beyond} ?", [$id]))
                : new Condition("{$this->column} {$beyond}= ? AND ({$this->column} {$beyond} ? OR id {$beyond} ?)", [$value, $value, $id]);
            if (! $this->nullable || ($value === null) === $this->descending) {
                return [$rest];
            }
        }
        if (! $this->nullable) {
            return [$with];
        }

        return $this->descending ? [$rest ?? $with, $without] : [$rest ?? $without, $with];
    }
}
