<?php

declare(strict_types=1);

namespace Counterfoil\Payments;

use Counterfoil\Shared\Clock\Clock;
use Counterfoil\Shared\Clock\Timestamps;
use Counterfoil\Shared\Database\Database;
use Counterfoil\Shared\Database\UniqueViolation;

/** Keeps each event of a gateway once. States: pending, done, ignored. */
final readonly class GatewayEventRepository
{
    private const TABLE = 'gateway_events';

    public function __construct(private Database $database, private Clock $clock)
    {
    }

    /**
     * @param string $ignore why it is only written down; "" when it is to be worked on
     * @return int|null its row; null when it was there already
     */
    public function keep(string $gateway, string $event_id, string $mode, string $type, string $object_id, string $ignore): ?int
    {
        try {
            return $this->database->insert(self::TABLE, [
                'gateway' => $gateway,
                'event_id' => $event_id,
                'mode' => $mode,
                'type' => mb_substr($type, 0, 80),
                'object_id' => $object_id,
                'state' => $ignore === '' ? 'pending' : 'ignored',
                'note' => $ignore,
                'process_at' => $ignore === '' ? $this->now() : null,
                'received_at' => $this->now(),
            ]);
        } catch (UniqueViolation) {
            return null;
        }
    }

    /** @return list<int> */
    public function due(int $limit): array
    {
        $rows = $this->database->rows(
            "SELECT id FROM {$this->table()} WHERE process_at <= ? AND (lease_until IS NULL OR lease_until < ?) ORDER BY process_at LIMIT ?",
            [$this->now(), $this->now(), $limit]
        );

        return array_map(static fn (array $row): int => (int) $row['id'], $rows);
    }

    /** @return GatewayEvent|null null when another process has it, or it is done */
    public function lease(int $id, int $seconds): ?GatewayEvent
    {
        $hit = $this->database->execute(
            "UPDATE {$this->table()} SET lease_until = ?, attempts = attempts + 1 WHERE id = ? AND state = 'pending' AND (lease_until IS NULL OR lease_until < ?)",
            [Timestamps::to_row($this->clock->now()->modify("+{$seconds} seconds")), $id, $this->now()]
        );
        $row = $hit === 1 ? $this->database->row("SELECT * FROM {$this->table()} WHERE id = ?", [$id]) : null;

        return $row === null ? null : GatewayEvent::from_row($row);
    }

    /** @param 'done'|'ignored' $state */
    public function finish(int $id, string $state, string $note = ''): void
    {
        $this->database->update(self::TABLE, ['state' => $state, 'note' => mb_substr($note, 0, 500), 'process_at' => null, 'lease_until' => null], ['id' => $id]);
    }

    public function try_again(GatewayEvent $event, string $note): void
    {
        $this->database->update(self::TABLE, [
            'note' => mb_substr($note, 0, 500),
            'process_at' => Timestamps::to_row(Backoff::after($this->clock->now(), $event->attempts)),
            'lease_until' => null,
        ], ['id' => $event->id]);
    }

    private function table(): string
    {
        return $this->database->table(self::TABLE);
    }

    private function now(): string
    {
        return Timestamps::to_row($this->clock->now());
    }
}
