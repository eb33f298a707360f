<?php

/** Read first by every request: at its end the processor time it took, in microseconds, stands behind the answer. */

declare(strict_types=1);

(static function (): void {
    $spent = static function (): int {
        $usage = getrusage();

        return $usage === false ? 0 : ($usage['ru_utime.tv_sec'] + $usage['ru_stime.tv_sec']) * 1_000_000 + $usage['ru_utime.tv_usec'] + $usage['ru_stime.tv_usec'];
    };
    $before = $spent();
    register_shutdown_function(static function () use ($spent, $before): void {
        // After everything that others do at the end.
        register_shutdown_function(static function () use ($spent, $before): void {
            printf("\n@cpu %d@", $spent() - $before);
        });
    });
})();
