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
        /** 1 for the first try; the version that ending it compares */
        public int $attempt,
        /** how often it was asked for when it was claimed */
        public int $puts,
    ) {
    }
}
