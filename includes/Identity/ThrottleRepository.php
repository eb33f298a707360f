<?php

declare(strict_types=1);

namespace Counterfoil\Identity;

use Counterfoil\Shared\Clock\Clock;
use Counterfoil\Shared\Clock\Timestamps;
use Counterfoil\Shared\Database\Database;
use Counterfoil\Shared\Database\UniqueViolation;
use DateTimeImmutable;

/** Counts of tries. Each try takes its own number by compare-and-set, so that many at once can't pass as one. */
final readonly class ThrottleRepository
{
    private const TABLE = 'login_throttle';

    public function __construct(private Database $database, private Clock $clock)
    {
    }

    /** @return int seconds until the next try may be made; 0 for now */
    public function blocked_for(Limit $limit): int
    {
        return $this->wait($this->row($limit));
    }

    /** @return bool false when another try was counted at the same moment, or has blocked the subject since it was asked about */
    public function count(Limit $limit): bool
    {
        $now = $this->clock->now();
        $row = $this->row($limit);
        if ($row === null) {
            try {
                $this->database->insert(self::TABLE, ['subject' => $limit->key(), 'failures' => 1, 'first_at' => Timestamps::to_row($now), 'blocked_until' => $this->until($now, $limit->wait_after(1))]);
            } catch (UniqueViolation) {
                return false;
            }

            return true;
        }
        if ($this->wait($row) > 0) {
            return false;
        }
        $is_old = Timestamps::from_row((string) $row['first_at']) <= $now->modify('-' . Limit::WINDOW . ' seconds');
        $tries = $is_old ? 1 : (int) $row['failures'] + 1;
        // Should the window have ended while the wait is long, the wait still counts: it is in blocked_until.
        return $this->database->update(
            self::TABLE,
            ['failures' => $tries, 'first_at' => $is_old ? Timestamps::to_row($now) : $row['first_at'], 'blocked_until' => $this->until($now, $limit->wait_after($tries))],
            ['subject' => $limit->key(), 'failures' => (int) $row['failures'], 'first_at' => $row['first_at'], 'blocked_until' => $row['blocked_until']]
        ) === 1;
    }

    public function succeeded(Limit $limit): void
    {
        if ($limit->is_cleared_by_success) {
            $this->database->delete(self::TABLE, ['subject' => $limit->key()]);

            return;
        }
        $table = $this->database->table(self::TABLE);
        $this->database->execute("UPDATE {$table} SET failures = failures - 1, blocked_until = NULL WHERE subject = ? AND failures > 0", [$limit->key()]);
    }

    public function sweep(): void
    {
        $this->database->execute(
            "DELETE FROM {$this->database->table(self::TABLE)} WHERE first_at < ?",
            [Timestamps::to_row($this->clock->now()->modify('-1 day'))]
        );
    }

    /** @param array<string, string|null>|null $row */
    private function wait(?array $row): int
    {
        return $row === null || $row['blocked_until'] === null ? 0 : max(0, Timestamps::from_row($row['blocked_until'])->getTimestamp() - $this->clock->now()->getTimestamp());
    }

    /** @return array<string, string|null>|null */
    private function row(Limit $limit): ?array
    {
        return $this->database->row("SELECT * FROM {$this->database->table(self::TABLE)} WHERE subject = ?", [$limit->key()]);
    }

    private function until(DateTimeImmutable $now, int $seconds): ?string
    {
        return $seconds === 0 ? null : Timestamps::to_row($now->modify("+{$seconds} seconds"));
    }
}
