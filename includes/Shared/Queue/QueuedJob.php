<?php

declare(strict_types=1);

namespace Counterfoil\Shared\Queue;

/** A row of the queue that this process has claimed. */
final readonly class QueuedJob
{
    public function __construct(
        public int $id,
        public string $job,
        public int $subject_id,
        /** The version that ending it compares */
        public int $claim,
        /** 1 for the first try since it was asked for */
        public int $attempt,
        /** How many tries in a row failed before this one */
        public int $failures,
        /** The last one took its process down with it */
        public bool $died = false,
    ) {
    }
}
