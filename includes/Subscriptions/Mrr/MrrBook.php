<?php

declare(strict_types=1);

namespace Counterfoil\Subscriptions\Mrr;

use Counterfoil\Shared\Database\Database;
use Counterfoil\Subscriptions\Subscription;
use Counterfoil\Subscriptions\SubscriptionStatus;

/**
 * Writes down each movement of recurring revenue, in the transaction that moves it, and adds it to what is kept of each client
 * and of each month. Overviews read what is kept, however many subscriptions there are.
 */
final readonly class MrrBook
{
    public function __construct(private Database $database)
    {
    }

    /**
     * @param Subscription $after as it is now
     * @param int|null $before what it brought, in minor units; null while it did not count
     * @param string $today "2026-03-31"
     */
    public function note(Subscription $after, ?int $before, string $today): void
    {
        $kind = MrrKind::of($before, $after->mrr, $before === null && $after->mrr !== null && ! $this->has_counted($after->id));
        if ($kind === null) {
            return;
        }
        $day = match (true) {
            $kind === MrrKind::Started => min($after->paid_from(), $today),
            $after->status === SubscriptionStatus::Ended => min((string) $after->ended_on, $today),
            default => $today,
        };
        $amount = ($after->mrr ?? 0) - ($before ?? 0);
        $count = ($after->mrr === null ? 0 : 1) - ($before === null ? 0 : 1);
        $this->database->insert_later('mrr_movements', [
            'subscription_id' => $after->id,
            'version' => $after->version,
            'client_id' => $after->client_id,
            'currency' => $after->currency->code,
            'day' => $day,
            'kind' => $kind->value,
            'amount' => $amount,
            'subscriptions' => $count,
        ]);
        $this->add('mrr_clients', ['client_id' => $after->client_id, 'currency' => $after->currency->code], $amount, $count);
        $this->add('mrr_months', ['currency' => $after->currency->code, 'month' => substr($day, 0, 7), 'kind' => $kind->value], $amount, $count);
    }

    private function has_counted(int $subscription_id): bool
    {
        return $this->database->row("SELECT id FROM {$this->database->table('mrr_movements')} WHERE subscription_id = ? LIMIT 1", [$subscription_id]) !== null;
    }

    /** @param non-empty-array<string, int|string> $key */
    private function add(string $table, array $key, int $amount, int $subscriptions): void
    {
        $this->database->insert_later($table, [...$key, 'amount' => $amount, 'subscriptions' => $subscriptions], 'amount = amount + VALUES(amount), subscriptions = subscriptions + VALUES(subscriptions)');
    }
}
