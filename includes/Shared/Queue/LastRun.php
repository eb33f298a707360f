<?php

declare(strict_types=1);

namespace Counterfoil\Shared\Queue;

/**
 * When the worker last did all that was due, known on every request without a query: in an autoloaded option, which is
 * written once in some minutes and not by every run. A hint and no change of state.
 */
final class LastRun
{
    public const OPTION = 'counterfoil_last_run';

    /** Seconds by which it may be older than it says: no run in between writes. */
    public const KEPT_EVERY = 10 * MINUTE_IN_SECONDS;

    /** Seconds after which somebody is told. */
    public const STANDSTILL = DAY_IN_SECONDS;

    /** @param int $now Unix time, as in all of these */
    public static function note(int $now): void
    {
        $kept = self::kept();
        // A clock that went back is no reason to believe in a run that is still to come.
        if ($kept === null || abs($now - $kept['at']) >= self::KEPT_EVERY) {
            update_option(self::OPTION, ['at' => $now, 'told' => false], true);
        }
    }

    /** @return int|null null where it never ran, or nobody knows yet */
    public static function at(): ?int
    {
        return self::kept()['at'] ?? null;
    }

    /** Whether nothing has run for a day. */
    public static function is_long_ago(int $now): bool
    {
        $at = self::at();

        return $at !== null && $now - $at > self::STANDSTILL;
    }

    /** Whether that is so and nobody was told of it yet. */
    public static function is_to_be_told(int $now): bool
    {
        return self::is_long_ago($now) && ! (self::kept()['told'] ?? true);
    }

    /** The requests after this one need not look again, until it has run and stands still anew. */
    public static function told(): void
    {
        $kept = self::kept();
        if ($kept !== null) {
            update_option(self::OPTION, ['told' => true] + $kept, true);
        }
    }

    /** @return array{at: int, told: bool}|null */
    private static function kept(): ?array
    {
        $kept = get_option(self::OPTION);

        return is_array($kept) && is_int($kept['at'] ?? null) ? ['at' => $kept['at'], 'told' => ($kept['told'] ?? false) === true] : null;
    }
}
