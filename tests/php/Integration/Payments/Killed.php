<?php

declare(strict_types=1);

namespace Counterfoil\Tests\Integration\Payments;

use Closure;
use Error;

/**
 * The process dies at its n-th step: before a statement that writes to the plugin's tables, before a call to the
 * outside, or after it with the answer lost. An open transaction is rolled back, as a database does. Dying before a
 * read leaves what dying before the next write does, so reads are no steps. Who is dead does nothing any more: where
 * something catches all errors, its next step dies as well.
 */
final class Killed extends Error
{
    /**
     * @param Closure(): mixed $work
     * @return bool false when the work was done in fewer steps
     */
    public static function at(int $step, Closure $work): bool
    {
        $count = 0;
        $die = static function (mixed $value) use (&$count, $step): mixed {
            if (++$count >= $step) {
                throw new self("Killed at step {$step}.");
            }

            return $value;
        };
        $before_statement = static fn (string $sql): string => str_contains($sql, 'counterfoil_') && preg_match('/^\s*(INSERT|UPDATE|DELETE|REPLACE)\b/i', $sql) === 1 ? $die($sql) : $sql;
        add_filter('query', $before_statement, 1);
        add_filter('http_request_args', $die, 1);
        add_filter('http_response', $die, 1);
        try {
            $work();

            return $count >= $step;
        } catch (Killed) {
            return true;
        } finally {
            remove_filter('query', $before_statement, 1);
            remove_filter('http_request_args', $die, 1);
            remove_filter('http_response', $die, 1);
        }
    }
}
