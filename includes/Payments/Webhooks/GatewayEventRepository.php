<?php

declare(strict_types=1);

namespace Counterfoil\Payments\Webhooks;

use Counterfoil\Payments\Gateway\GatewayCall;
use Counterfoil\Payments\Gateway\GatewayHint;
use Counterfoil\Shared\Clock\Clock;
use Counterfoil\Shared\Clock\Timestamps;
use Counterfoil\Shared\Database\Database;
use Counterfoil\Shared\Database\UniqueViolation;
use DateTimeImmutable;

/** Keeps each event of a gateway once. States: pending, done, ignored. */
final readonly class GatewayEventRepository
{
    private const TABLE = 'gateway_events';

    /** Gateways call again for days, not for months. */
    private const KEPT_FOR = '-90 days';

    public function __construct(private Database $database, private Clock $clock)
    {
    }

    /** @return int|null its row; null when it was there already */
    public function keep(string $gateway, GatewayCall $call, GatewayHint $hint): ?int
    {
        try {
            return $this->database->insert(self::TABLE, [
                'gateway' => $gateway,
                'event_id' => $call->id,
                'mode' => $call->mode,
                'type' => mb_substr($call->type, 0, 80),
                'kind' => $hint->kind->value,
                'object_id' => $hint->id,
                'state' => $call->foreign === '' ? 'pending' : 'ignored',
                'note' => $call->foreign,
                'received_at' => Timestamps::to_row($this->clock->now()),
            ]);
        } catch (UniqueViolation) {
            return null;
        }
    }

    /** When a gateway last called in a mode, whatever about; null when it never did, or not for long. */
    public function last(string $gateway, string $mode): ?DateTimeImmutable
    {
        $at = $this->database->value("SELECT MAX(received_at) FROM {$this->database->table(self::TABLE)} WHERE gateway = ? AND mode = ?", [$gateway, $mode]);

        return $at === null ? null : Timestamps::from_row($at);
    }

    /** Forgets what was looked at long ago. */
    public function sweep(): void
    {
        $this->database->execute(
            "DELETE FROM {$this->database->table(self::TABLE)} WHERE state <> 'pending' AND received_at < ?",
            [Timestamps::to_row($this->clock->now()->modify(self::KEPT_FOR))]
        );
    }

    /** @return GatewayEvent|null null when it is done */
    public function pending(int $id): ?GatewayEvent
    {
        $row = $this->database->row("SELECT * FROM {$this->database->table(self::TABLE)} WHERE id = ? AND state = 'pending'", [$id]);

        return $row === null ? null : GatewayEvent::from_row($row);
    }

    /** @param 'pending'|'done'|'ignored' $state */
    public function note(int $id, string $state, string $note = ''): void
    {
        $this->database->update(self::TABLE, ['state' => $state, 'note' => mb_substr($note, 0, 500)], ['id' => $id]);
    }
}
