<?php

declare(strict_types=1);

namespace Counterfoil\Shared\Database;

use Closure;

/** What the database undid as a whole, outside of any transaction, may well succeed from its start. */
final readonly class Attempts
{
    /**
     * Databases choose one of two that wait for each other and undo it; tried again, it finds the way free. A table
     * that was missing is there the next time, too.
     */
    private const MOST = 8;
    /** Where many meet again and again, those who wait for different times stop meeting; nothing is locked meanwhile. */
    private const FIRST_PAUSE_MICROSECONDS = 500;

    /**
     * @template T
     * @param Closure(): T $work
     * @param Closure(): bool $is_part_of_more whether a transaction is open, which is then tried again as a whole
     * @return T
     */
    public static function at(Closure $work, Closure $is_part_of_more): mixed
    {
        for ($try = 1; ; $try++) {
            try {
                return $work();
            } catch (Deadlock|MissingTable $error) {
                if ($try === self::MOST || $is_part_of_more()) {
                    throw $error;
                }
                if ($try > 1) {
                    usleep(random_int(0, self::FIRST_PAUSE_MICROSECONDS * 2 ** $try));
                }
            }
        }
    }
}
