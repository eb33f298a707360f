<?php

declare(strict_types=1);

namespace Counterfoil\Subscriptions\PriceRises;

use Counterfoil\Shared\Clock\Clock;
use Counterfoil\Shared\Clock\Timestamps;
use Counterfoil\Shared\Database\Database;

final readonly class PriceRiseRepository
{
    private const TABLE = 'price_rises';

    public function __construct(private Database $database, private Clock $clock)
    {
    }

    public function announce(PriceRiseTerms $terms): int
    {
        return $this->database->insert('price_rise_announcements', [
            'plan_id' => $terms->plan_id,
            ...$terms->increase->to_row(),
            'rise_from' => $terms->from,
            'notice_days' => $terms->notice_days,
            'message' => $terms->message,
            'created_at' => Timestamps::to_row($this->clock->now()),
        ]);
    }

    /** @param array{int, int} $amounts the old one and the new one, minor units */
    public function insert(int $announcement_id, int $subscription_id, string $first_on, string $mail_on, array $amounts, string $message): int
    {
        return $this->database->insert(self::TABLE, [
            'announcement_id' => $announcement_id,
            'subscription_id' => $subscription_id,
            'first_on' => $first_on,
            'mail_on' => $mail_on,
            'old_amount' => $amounts[0],
            'new_amount' => $amounts[1],
            'message' => $message,
            'created_at' => Timestamps::to_row($this->clock->now()),
        ]);
    }

    public function find(int $id): ?AnnouncedRise
    {
        $row = $this->database->row("SELECT * FROM {$this->database->table(self::TABLE)} WHERE id = ?", [$id]);

        return $row === null ? null : AnnouncedRise::from_row($row);
    }

    /**
     * @param string $outcome "withdrawn", or "replaced" by another change
     * @return bool false when it was closed before
     */
    public function close(int $id, string $outcome): bool
    {
        return $this->database->update(self::TABLE, ['outcome' => $outcome], ['id' => $id, 'outcome' => null]) === 1;
    }

    /** @return bool false when the client was told before, or the rise is closed */
    public function told(int $id): bool
    {
        return $this->database->update(self::TABLE, ['is_told' => 1], ['id' => $id, 'is_told' => 0, 'outcome' => null]) === 1;
    }

    /** The client is still to be told of it; false where something else took its place. */
    public function is_untold(int $id): bool
    {
        return $this->database->value("SELECT 1 FROM {$this->database->table(self::TABLE)} WHERE id = ? AND is_told = 0 AND outcome IS NULL", [$id]) !== null;
    }
}
