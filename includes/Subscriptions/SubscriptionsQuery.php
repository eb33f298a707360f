<?php

declare(strict_types=1);

namespace Counterfoil\Subscriptions;

use Counterfoil\Clients\ClientWords;
use Counterfoil\Shared\Database\Condition;
use Counterfoil\Shared\Database\Database;
use Counterfoil\Shared\Database\Keyset;
use Counterfoil\Shared\Viewer;

/** Pages of subscriptions: of the agency, of a client, of a website. */
final readonly class SubscriptionsQuery
{
    public function __construct(private Database $database, private SubscriptionRepository $subscriptions)
    {
    }

    /**
     * @param string $tab "current", "active" (what counts as recurring revenue), "requested" (whose end a client asks for) or "inactive"
     * @param string $search the beginnings of words of a client's or its people's names or addresses; may be empty
     * @param list<int|string>|null $after
     * @return array{subscriptions: list<Subscription>, next: list<int|string>|null}
     */
    public function page(string $tab, ?int $client_id, ?int $website_id, string $search, Viewer $viewer, Keyset $order, int $limit, ?array $after): array
    {
        $where = $viewer->condition('client_id')->and(match ($tab) {
            'inactive' => new Condition('status = ?', [SubscriptionStatus::Ended->value]),
            'active' => new Condition('mrr IS NOT NULL'),
            'requested' => new Condition("id IN (SELECT subscription_id FROM {$this->database->table('subscription_requests')} WHERE is_open = 1)"),
            default => Condition::in('status', [SubscriptionStatus::Active->value, SubscriptionStatus::Paused->value]),
        });
        if ($search !== '') {
            $where = $where->and(ClientWords::condition($this->database, $search, 'client_id'));
        }
        foreach (['client_id' => $client_id, 'website_id' => $website_id] as $column => $id) {
            $where = $id === null ? $where : $where->and(new Condition("{$column} = ?", [$id]));
        }
        $rows = $order->rows($this->database, "SELECT id FROM {$this->database->table('subscriptions')}", $where, $after, $limit + 1);
        $page = array_slice($rows, 0, $limit);
        $found = $this->subscriptions->by_ids(array_map(static fn (array $row): int => (int) $row['id'], $page), $viewer);

        return [
            'subscriptions' => array_values(array_filter(array_map(static fn (array $row): ?Subscription => $found[(int) $row['id']] ?? null, $page))),
            'next' => count($rows) > $limit ? $order->position($page[$limit - 1]) : null,
        ];
    }

    /** @return list<Subscription> that wait for the agency to say what is billed, the longest unbilled first */
    public function held(Viewer $viewer, int $limit): array
    {
        $where = self::is_held($viewer);
        $rows = $this->database->rows("SELECT id FROM {$this->database->table('subscriptions')} WHERE {$where->sql} ORDER BY billed_until, id LIMIT ?", [...$where->arguments, $limit]);
        $found = $this->subscriptions->by_ids(array_map(static fn (array $row): int => (int) $row['id'], $rows), $viewer);

        return array_values(array_filter(array_map(static fn (array $row): ?Subscription => $found[(int) $row['id']] ?? null, $rows)));
    }

    public function count_held(Viewer $viewer): int
    {
        $where = self::is_held($viewer);

        return (int) $this->database->value("SELECT COUNT(*) FROM {$this->database->table('subscriptions')} WHERE {$where->sql}", $where->arguments);
    }

    private static function is_held(Viewer $viewer): Condition
    {
        return (new Condition('held = 1'))->and($viewer->condition('client_id'));
    }
}
