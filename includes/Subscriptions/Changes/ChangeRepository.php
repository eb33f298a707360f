<?php

declare(strict_types=1);

namespace Counterfoil\Subscriptions\Changes;

use Counterfoil\Invoices\CreditNotes\CreditExtent;
use Counterfoil\Invoices\CreditNotes\Surplus;
use Counterfoil\Shared\Clock\Clock;
use Counterfoil\Shared\Clock\Timestamps;
use Counterfoil\Shared\Database\Database;

final readonly class ChangeRepository
{
    private const TABLE = 'subscription_changes';
    private const CREDITS = 'subscription_credits';

    public function __construct(private Database $database, private Clock $clock)
    {
    }

    /** @param array<int, CreditExtent> $credits by invoice */
    public function insert(int $subscription_id, ChangeKind $kind, string $day, Surplus $surplus_to, ?int $renewal_id, array $credits): int
    {
        $id = $this->database->insert(self::TABLE, [
            'subscription_id' => $subscription_id,
            'kind' => $kind->value,
            'day' => $day,
            'surplus_to' => $surplus_to->value,
            'renewal_id' => $renewal_id,
            'created_at' => Timestamps::to_row($this->clock->now()),
        ]);
        foreach ($credits as $invoice_id => $extent) {
            foreach ($extent->parts ?? [] as $part) {
                $this->database->insert(self::CREDITS, ['change_id' => $id, 'invoice_id' => $invoice_id, 'line' => $part->position, 'days' => $part->count, 'of_days' => $part->of, 'description' => $part->description]);
            }
        }

        return $id;
    }

    public function find(int $id): ?SubscriptionChange
    {
        $row = $this->database->row("SELECT * FROM {$this->database->table(self::TABLE)} WHERE id = ?", [$id]);

        return $row === null ? null : SubscriptionChange::from_row($row, $this->database->rows("SELECT * FROM {$this->database->table(self::CREDITS)} WHERE change_id = ? ORDER BY invoice_id, line", [$id]));
    }

    /** @return string|null the first day that the last change of a subscription has credited, "2026-03-31"; null where none has */
    public function last_day(int $subscription_id): ?string
    {
        return $this->database->value("SELECT MAX(day) FROM {$this->database->table(self::TABLE)} WHERE subscription_id = ?", [$subscription_id]);
    }

    /** @return bool false when it was before */
    public function settled(int $id): bool
    {
        return $this->database->update(self::TABLE, ['is_settled' => 1, 'blocked' => ''], ['id' => $id, 'is_settled' => 0]) === 1;
    }

    public function blocked(int $id, string $why): void
    {
        $this->database->update(self::TABLE, ['blocked' => $why], ['id' => $id]);
    }
}
