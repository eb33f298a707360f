<?php

declare(strict_types=1);

namespace Counterfoil\Activity;

use Counterfoil\Shared\Actor;
use Counterfoil\Shared\Clock\Clock;
use Counterfoil\Shared\Clock\Timestamps;
use Counterfoil\Shared\Database\Database;

/** Writes what happened. Called inside the transaction of the change itself, so that neither is without the other. */
final readonly class EventLog
{
    public function __construct(private Database $database, private Clock $clock)
    {
    }

    /**
     * @param string $type past tense, "invoice.issued"; EventSentences knows how to say it
     * @param string $subject_type "invoice", "client", "contact", "payment", "product", "settings"
     * @param array<string, scalar|null> $data what the sentence needs; never secrets, never card data
     */
    public function record(string $type, string $subject_type, int $subject_id, ?int $client_id, Actor $actor, array $data = []): void
    {
        $this->database->insert('events', [
            'type' => $type,
            'subject_type' => $subject_type,
            'subject_id' => $subject_id,
            'client_id' => $client_id,
            'actor_type' => $actor->type,
            'actor_id' => $actor->id,
            'actor_name' => $actor->name,
            'data' => (string) wp_json_encode($data === [] ? new \stdClass() : $data),
            'occurred_at' => Timestamps::to_row($this->clock->now()),
        ]);
    }
}
