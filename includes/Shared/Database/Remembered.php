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
