<?php

declare(strict_types=1);

use Counterfoil\Plugin;
use Counterfoil\Shared\Queue\Job;
use Counterfoil\Shared\Queue\Worker;

/** Runs a worker that only notes down; answers which subjects it was given. */
return static function (int $process): array {
    $subjects = [];
    $plugin = Plugin::instance();
    $note = static function (int $subject) use (&$subjects): null {
        $subjects[] = $subject;

        return null;
    };
    (new Worker($plugin->queue(), $plugin->database(), $plugin->clock(), static fn (): array => [new Job('test.job', $note)]))->run();

    return $subjects;
};
