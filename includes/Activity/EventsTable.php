<?php

declare(strict_types=1);

namespace Counterfoil\Activity;

use Counterfoil\Shared\Database\Migration;
use Counterfoil\Shared\Database\Table;

/** What happened, to what, by whom; written in the transaction of the change itself, and altered only to forget a person. */
final readonly class EventsTable implements Table
{
    public static function migrations(): array
    {
        return [
            new Migration(2026112602, [
                "CREATE TABLE IF NOT EXISTS {events} (
                    id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT,
                    type VARCHAR(60) NOT NULL,
                    subject_type VARCHAR(40) NOT NULL,
                    subject_id BIGINT UNSIGNED NOT NULL,
                    client_id BIGINT UNSIGNED NULL,
                    actor_type VARCHAR(20) NOT NULL,
                    actor_id BIGINT UNSIGNED NULL,
                    actor_name VARCHAR(190) NOT NULL DEFAULT '',
                    data LONGTEXT NOT NULL,
                    occurred_at DATETIME NOT NULL,
                    PRIMARY KEY (id),
                    KEY client (client_id, id),
                    KEY subject (subject_type, subject_id, id)
                ) {charset_collate}",
                // What it is about besides its own subject.
                "CREATE TABLE IF NOT EXISTS {event_subjects} (
                    event_id BIGINT UNSIGNED NOT NULL,
                    subject_type VARCHAR(40) NOT NULL,
                    subject_id BIGINT UNSIGNED NOT NULL,
                    PRIMARY KEY (subject_type, subject_id, event_id)
                ) {charset_collate}",
            ]),
        ];
    }

    public static function names(): array
    {
        return ['events', 'event_subjects'];
    }
}
