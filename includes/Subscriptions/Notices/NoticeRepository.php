<?php

declare(strict_types=1);

namespace Counterfoil\Subscriptions\Notices;

use Counterfoil\Shared\Database\Database;
use Counterfoil\Subscriptions\SubscriptionStatus;

/** Which periods clients were told of before they are billed. */
final readonly class NoticeRepository
{
    private const TABLE = 'subscriptions';

    public function __construct(private Database $database)
    {
    }

    /**
     * Clients of whose subscriptions a period begins between two days, both included, that they have not been told of.
     *
     * @return list<int> lowest first, behind one
     */
    public function clients(string $from, string $to, int $after, int $limit): array
    {
        $rows = $this->database->rows(
            "SELECT DISTINCT client_id FROM {$this->database->table(self::TABLE)}
            WHERE next_on BETWEEN ? AND ? AND (told_on IS NULL OR told_on < next_on) AND claimed > 0 AND status = ? AND client_id > ? ORDER BY client_id LIMIT ?",
            [$from, $to, SubscriptionStatus::Active->value, $after, $limit]
        );

        return array_map(static fn (array $row): int => (int) $row['client_id'], $rows);
    }

    /** @return bool false when they have been told of it, or another period comes next by now */
    public function note(int $subscription_id, string $next_on): bool
    {
        return $this->database->execute(
            "UPDATE {$this->database->table(self::TABLE)} SET told_on = ? WHERE id = ? AND next_on = ? AND (told_on IS NULL OR told_on < ?)",
            [$next_on, $subscription_id, $next_on, $next_on]
        ) === 1;
    }
}
