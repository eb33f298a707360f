<?php

declare(strict_types=1);

namespace Counterfoil\Shared\Queue;

use Counterfoil\Shared\Database\Migration;
use Counterfoil\Shared\Database\Table;

/** Work that is to be done at its time, each piece once. */
final readonly class QueueTable implements Table
{
    public static function migrations(): array
    {
        return [
            // due_at is NULL once it was given up. claims only grows: whoever ends a try compares it. attempts and failures
            // count since it was asked for anew, asks since it was taken up: what is asked for while it is being done is done once more.
            new Migration(2026112601, [
                "CREATE TABLE IF NOT EXISTS {queue} (
                    id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT,
                    job {exact:60} NOT NULL,
                    subject_id BIGINT UNSIGNED NOT NULL,
                    due_at DATETIME NULL,
                    lease_until DATETIME NULL,
                    claims INT UNSIGNED NOT NULL DEFAULT 0,
                    attempts INT UNSIGNED NOT NULL DEFAULT 0,
                    failures INT UNSIGNED NOT NULL DEFAULT 0,
                    asks INT UNSIGNED NOT NULL DEFAULT 1,
                    error VARCHAR(500) NOT NULL DEFAULT '',
                    created_at DATETIME NOT NULL,
                    PRIMARY KEY (id),
                    UNIQUE KEY job (job, subject_id),
                    KEY due (due_at, id),
                    KEY lease (lease_until)
                ) {charset_collate}",
            ]),
        ];
    }

    public static function names(): array
    {
        return ['queue'];
    }
}
