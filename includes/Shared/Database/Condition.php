<?php

declare(strict_types=1);

namespace Counterfoil\Shared\Database;

/**
 * A part of a WHERE, and its values.
 *
 * @phpstan-import-type Value from Database
 */
final readonly class Condition
{
    private const ALWAYS = '1 = 1';

    /** @param list<Value> $arguments */
    public function __construct(public string $sql, public array $arguments = [])
    {
    }

    public static function always(): self
    {
        return new self(self::ALWAYS);
    }

    public static function never(): self
    {
        return new self('1 = 0');
    }

    /** @param non-empty-list<int|string> $values */
    public static function in(string $column, array $values): self
    {
        return new self("{$column} IN (" . implode(', ', array_fill(0, count($values), '?')) . ')', $values);
    }

    /** @param non-empty-list<self> $parts */
    public static function any(array $parts): self
    {
        return new self('((' . implode(') OR (', array_map(static fn (self $part): string => $part->sql, $parts)) . '))', array_merge(...array_map(static fn (self $part): array => $part->arguments, $parts)));
    }

    /** " WHERE …" behind the tables of a statement; nothing where all rows are meant. */
    public function where(): string
    {
        return $this->sql === self::ALWAYS ? '' : " WHERE {$this->sql}";
    }

    public function and(self $other): self
    {
        return match (self::ALWAYS) {
            $this->sql => $other,
            $other->sql => $this,
            default => new self("{$this->sql} AND {$other->sql}", [...$this->arguments, ...$other->arguments]),
        };
    }
}
