<?php

declare(strict_types=1);

/** One of the processes ends as by wp_die(). */
return static function (int $process): string {
    if ($process === 1) {
        exit;
    }

    return 'done';
};
