<?php

declare(strict_types=1);

namespace Counterfoil\Shared\Database;

/**
 * One step of the schema. Numbers never change once released; a step may run again after it was
 * killed half-way, so its statements must bear being repeated (IF NOT EXISTS).
 */
final readonly class Migration
{
    /** @param list<string> $statements with {table-name} for a table and {charset_collate} */
    public function __construct(public int $number, public array $statements)
    {
    }
}
