<?php

declare(strict_types=1);

namespace Counterfoil\Shared\Database;

use Closure;

/**
 * One step of the schema. Numbers never change once released; a step may run again after it was
 * killed half-way, so what it does must bear being repeated (IF NOT EXISTS).
 */
final readonly class Migration
{
    /**
     * @param int $number the day it was written and a count, 2026112601: steps of all nouns run in this order
     * @param list<string|Closure(Database): void> $steps SQL with {table-name} for a table, {exact:190} for the type of a text of 190 characters that is compared byte by byte, and {charset_collate}; or code
     */
    public function __construct(public int $number, public array $steps)
    {
    }
}
