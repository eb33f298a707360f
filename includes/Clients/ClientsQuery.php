<?php

declare(strict_types=1);

namespace Counterfoil\Clients;

use Counterfoil\Shared\Database\Condition;
use Counterfoil\Shared\Database\Database;
use Counterfoil\Shared\Database\Keyset;
use Counterfoil\Shared\Viewer;

/** Finds clients, by name, a page at a time: as fast at a hundred thousand as at ten. */
final readonly class ClientsQuery
{
    /** Of an export: so many are in memory at once. */
    private const CHUNK = 500;

    public function __construct(private Database $database)
    {
    }

    /**
     * @param list<int|string>|null $after where it begins, as the page before said; null for the first page
     * @return array{clients: list<Client>, next: list<int|string>|null} `next` is null on the last page
     */
    public function page(string $search, ?Access $access, Viewer $viewer, Keyset $order, int $limit, ?array $after = null): array
    {
        $where = $viewer->condition('id')->and(ClientWords::condition($this->database, $search, 'id'));
        if ($access !== null) {
            $where = $where->and(new Condition($this->furthest_is($access)));
        }
        $found = $order->rows($this->database, "SELECT * FROM {$this->database->table('clients')}", $where, $after, $limit + 1);
        $page = array_slice($found, 0, $limit);

        return [
            'clients' => array_map(ClientRepository::from_row(...), $page),
            'next' => count($found) > $limit ? $order->position($page[$limit - 1]) : null,
        ];
    }

    /** @return iterable<list<Client>> all of them, in pages */
    public function chunks(string $search, ?Access $access, Viewer $viewer, Keyset $order): iterable
    {
        $after = null;
        do {
            ['clients' => $clients, 'next' => $after] = $this->page($search, $access, $viewer, $order, self::CHUNK, $after);
            yield $clients;
        } while ($after !== null);
    }

    /** @return array{all: int, none: int, invited: int, active: int, suspended: int} clients that are found, by their furthest contact, or suspended as a whole */
    public function counts(string $search, Viewer $viewer): array
    {
        $clients = $this->database->table('clients');
        $of_contacts = $viewer->condition('client_id')->and(ClientWords::condition($this->database, $search, 'client_id'))->and(new Condition("client_id NOT IN (SELECT id FROM {$clients} WHERE suspended_at IS NOT NULL)"));
        $of_clients = $viewer->condition('id')->and(ClientWords::condition($this->database, $search, 'id'));
        $ranks = implode(' ', array_map(static fn (Access $access): string => "WHEN '{$access->value}' THEN {$access->rank()}", Access::cases()));
        $rows = $this->database->rows(
            "SELECT best, COUNT(*) AS clients FROM (
                SELECT MAX(CASE access {$ranks} END) AS best FROM {$this->database->table('contacts')} WHERE {$of_contacts->sql} GROUP BY client_id
            ) AS furthest GROUP BY best",
            $of_contacts->arguments
        );
        $by_rank = array_map(intval(...), array_column($rows, 'clients', 'best'));
        $count = static fn (Access $access): int => $by_rank[$access->rank()] ?? 0;
        $all = (int) $this->database->value("SELECT COUNT(*) FROM {$clients} WHERE {$of_clients->sql}", $of_clients->arguments);
        $all_suspended = (int) $this->database->value("SELECT COUNT(*) FROM {$clients} WHERE suspended_at IS NOT NULL AND {$of_clients->sql}", $of_clients->arguments);
        [$invited, $active, $suspended] = [$count(Access::Invited), $count(Access::Active), $count(Access::Suspended) + $all_suspended];

        return ['all' => $all, 'none' => $all - $invited - $active - $suspended, 'invited' => $invited, 'active' => $active, 'suspended' => $suspended];
    }

    /** In SQL: suspended as a whole, or the same as Access::furthest(): no contact further, and one that is as far. */
    private function furthest_is(Access $access): string
    {
        $exists = fn (Access $each): string => "EXISTS (
            SELECT 1 FROM {$this->database->table('contacts')}
            WHERE {$this->database->table('contacts')}.client_id = {$this->database->table('clients')}.id AND {$this->database->table('contacts')}.access = '{$each->value}'
        )";
        $further = array_filter(Access::cases(), static fn (Access $each): bool => $each->rank() > $access->rank());
        $conditions = array_map(static fn (Access $each): string => "NOT {$exists($each)}", $further);

        $by_contacts = implode(' AND ', $access === Access::None ? $conditions : [$exists($access), ...$conditions]);

        return $access === Access::Suspended ? "(suspended_at IS NOT NULL OR ({$by_contacts}))" : "suspended_at IS NULL AND {$by_contacts}";
    }
}
