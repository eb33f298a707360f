<?php

declare(strict_types=1);

namespace Counterfoil\Shared\Database;

use Closure;
use Counterfoil\Shared\Count;

/**
 * Rows that hardly ever change and are asked for all the time, as they were read: forgotten when this process writes
 * their table or takes anything back. Only what a repository reads and writes all by itself belongs here.
 */
final class Remembered
{
    /** @var array<string, array<string, mixed>> by table, with the prefix of its site, and key */
    private array $kept = [];

    private int $seen = 0;

    /** @var array<string, array<string|int, mixed>>|null the same of during(); null outside of it */
    private ?array $glanced = null;

    /**
     * @param Count $rollbacks what was read before one may have been part of it
     * @param Closure(string): string $full a table's name in the site that is present: a network switches between sites in one process
     */
    public function __construct(private readonly Count $rollbacks, private readonly Closure $full)
    {
    }

    /**
     * @template T
     * @param Closure(): T $read
     * @return T
     */
    public function get(string $table, string $key, Closure $read): mixed
    {
        if ($this->seen !== $this->rollbacks->value) {
            $this->kept = [];
            $this->seen = $this->rollbacks->value;
        }

        // Null is not kept: somebody else may write what was missing.
        return $this->kept[($this->full)($table)][$key] ??= $read();
    }

    /**
     * Rows that somebody else may write at any time, and that `$work` asks for again and again: read once for all of it, or
     * ahead for many. What decides about money is not read so; it is read behind its lock.
     *
     * @template T
     * @param Closure(): T $work of about a second
     * @return T
     */
    public function during(Closure $work): mixed
    {
        $around = $this->glanced;
        $this->glanced ??= [];
        try {
            return $work();
        } finally {
            $this->glanced = $around;
        }
    }

    /**
     * Read once within during(), and each time elsewhere.
     *
     * @template T
     * @param Closure(): T $read
     * @return T
     */
    public function glance(string $table, string|int $key, Closure $read): mixed
    {
        $table = ($this->full)($table);
        if ($this->glanced === null || array_key_exists($key, $this->glanced[$table] ?? [])) {
            return $this->glanced === null ? $read() : $this->glanced[$table][$key];
        }
        // Kept after it was read: reading may have forgotten.
        $value = $read();

        return $this->glanced[$table][$key] = $value;
    }

    /**
     * Read ahead: what glance() finds.
     *
     * @param array<string|int, mixed> $values by key
     */
    public function ahead(string $table, array $values): void
    {
        if ($this->glanced !== null) {
            $table = ($this->full)($table);
            $this->glanced[$table] = $values + ($this->glanced[$table] ?? []);
        }
    }

    /** What this process writes is read anew. */
    public function written(Statement $statement): void
    {
        foreach (array_keys($this->glanced ?? []) as $table) {
            if ($statement->mentions($table)) {
                unset($this->glanced[$table]);
            }
        }
    }

    /** @param string|null $table null for all: between the tests of one process */
    public function forget(?string $table = null): void
    {
        if ($table === null) {
            $this->kept = [];
        } else {
            unset($this->kept[($this->full)($table)]);
        }
    }
}
