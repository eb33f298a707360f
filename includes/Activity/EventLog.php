<?php

declare(strict_types=1);

namespace Counterfoil\Activity;

use Counterfoil\Shared\Actor;
use Counterfoil\Shared\Change\Journal;
use Counterfoil\Shared\Clock\Clock;
use Counterfoil\Shared\Clock\Timestamps;
use Counterfoil\Shared\Database\Database;
use stdClass;

/** Writes what happened. Called inside the transaction of the change itself, so that neither is without the other. */
final readonly class EventLog implements Journal
{
    public function __construct(private Database $database, private Clock $clock)
    {
    }

    public function record(string $type, array $subjects, ?int $client_id, Actor $actor, array $data = []): void
    {
        [$kind, $id] = $subjects[0];
        $others = array_slice($subjects, 1);
        $this->database->insert_later('events', [
            'type' => $type,
            'subject_type' => $kind,
            'subject_id' => $id,
            'client_id' => $client_id,
            'actor_type' => $actor->type,
            'actor_id' => $actor->id,
            'actor_name' => $actor->name,
            'data' => (string) wp_json_encode($data === [] ? new stdClass() : $data),
            'occurred_at' => Timestamps::to_row($this->clock->now()),
        ], then: $others === [] ? null : function (int $event) use ($others): void {
            foreach ($others as [$kind, $id]) {
                $this->database->insert_later('event_subjects', ['event_id' => $event, 'subject_type' => $kind, 'subject_id' => $id]);
            }
        });
    }
}
