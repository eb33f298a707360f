<?php

declare(strict_types=1);

namespace Counterfoil\Subscriptions\Mrr;

use Counterfoil\Shared\Database\Condition;
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
     * @param list<array{Subscription, int|null}> $moves each as it is now, and what it brought before, in minor units; null while it did not count
     * @param string $today "2026-03-31"
     */
    public function note(array $moves, string $today): void
    {
        $counts_again = $this->counted_before(array_values(array_map(static fn (array $move): int => $move[0]->id, array_filter($moves, static fn (array $move): bool => $move[1] === null && $move[0]->mrr !== null))));
        foreach ($moves as [$after, $before]) {
            $kind = MrrKind::of($before, $after->mrr, $before === null && $after->mrr !== null && ! isset($counts_again[$after->id]));
            if ($kind !== null) {
                $this->move($after, $before, $kind, $today);
            }
        }
    }

    private function move(Subscription $after, ?int $before, MrrKind $kind, string $today): void
    {
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

    /**
     * @param list<int> $subscription_ids
     * @return array<int, bool> those that have counted at any time
     */
    private function counted_before(array $subscription_ids): array
    {
        if ($subscription_ids === []) {
            return [];
        }
        $these = Condition::in('subscription_id', $subscription_ids);
        $rows = $this->database->rows("SELECT DISTINCT subscription_id FROM {$this->database->table('mrr_movements')} WHERE {$these->sql}", $these->arguments);

        return array_fill_keys(array_map(static fn (array $row): int => (int) $row['subscription_id'], $rows), true);
    }

    /** @param non-empty-array<string, int|string> $key */
    private function add(string $table, array $key, int $amount, int $subscriptions): void
    {
        $this->database->insert_later($table, [...$key, 'amount' => $amount, 'subscriptions' => $subscriptions], 'amount = amount + VALUES(amount), subscriptions = subscriptions + VALUES(subscriptions)');
    }
}
