<?php

declare(strict_types=1);

namespace Counterfoil\Clients;

use Counterfoil\Shared\Database\Database;
use Counterfoil\Shared\EmailAddress;
use Counterfoil\Shared\Viewer;

/** Finds clients, by name, a page at a time: as fast at a hundred thousand as at ten. */
final readonly class ClientsQuery
{
    public function __construct(private Database $database)
    {
    }

    /**
     * @param array{string, int}|null $after name and id of the last one of the page before
     * @return list<Client> one more than `$limit` when there is a next page
     */
    public function page(string $search, ?Access $access, ?array $after, int $limit, Viewer $viewer): array
    {
        $clients = $this->database->table('clients');
        $contacts = $this->database->table('contacts');
        $seen = $viewer->condition('id');
        $conditions = [$seen->sql];
        $arguments = $seen->arguments;
        if ($search !== '') {
            $like = $this->database->like($search);
            $conditions[] = "(name LIKE ? OR email LIKE ? OR id IN (SELECT {$contacts}.client_id FROM {$contacts} WHERE {$contacts}.name LIKE ? OR {$contacts}.email LIKE ?))";
            // Addresses are kept, and compared, in their normal form.
            $address = $this->database->like(EmailAddress::normal($search));
            array_push($arguments, $like, $address, $like, $address);
        }
        if ($access !== null) {
            $conditions[] = $this->furthest_is($access);
        }
        if ($after !== null) {
            $conditions[] = 'name >= ? AND (name > ? OR id > ?)';
            array_push($arguments, $after[0], $after[0], $after[1]);
        }
        $rows = $this->database->rows(
            "SELECT * FROM {$clients} WHERE " . implode(' AND ', $conditions) . ' ORDER BY name, id LIMIT ?',
            [...$arguments, $limit + 1]
        );

        return array_map(ClientRepository::from_row(...), $rows);
    }

    /** @return array{all: int, none: int, invited: int, active: int, suspended: int} clients by their furthest contact */
    public function counts(Viewer $viewer): array
    {
        [$of_contacts, $of_clients] = [$viewer->condition('client_id'), $viewer->condition('id')];
        $ranks = implode(' ', array_map(static fn (Access $access): string => "WHEN '{$access->value}' THEN {$access->rank()}", Access::cases()));
        $rows = $this->database->rows(
            "SELECT best, COUNT(*) AS clients FROM (
                SELECT MAX(CASE access {$ranks} END) AS best FROM {$this->database->table('contacts')} WHERE {$of_contacts->sql} GROUP BY client_id
            ) AS furthest GROUP BY best",
            $of_contacts->arguments
        );
        $by_rank = array_map(intval(...), array_column($rows, 'clients', 'best'));
        $count = static fn (Access $access): int => $by_rank[$access->rank()] ?? 0;
        $all = (int) $this->database->value("SELECT COUNT(*) FROM {$this->database->table('clients')} WHERE {$of_clients->sql}", $of_clients->arguments);
        [$invited, $active, $suspended] = [$count(Access::Invited), $count(Access::Active), $count(Access::Suspended)];

        return ['all' => $all, 'none' => $all - $invited - $active - $suspended, 'invited' => $invited, 'active' => $active, 'suspended' => $suspended];
    }

    /** The same as Access::furthest(), in SQL: no contact further, and one that is as far. */
    private function furthest_is(Access $access): string
    {
        $exists = fn (Access $each): string => "EXISTS (
            SELECT 1 FROM {$this->database->table('contacts')}
            WHERE {$this->database->table('contacts')}.client_id = {$this->database->table('clients')}.id AND {$this->database->table('contacts')}.access = '{$each->value}'
        )";
        $further = array_filter(Access::cases(), static fn (Access $each): bool => $each->rank() > $access->rank());
        $conditions = array_map(static fn (Access $each): string => "NOT {$exists($each)}", $further);

        return implode(' AND ', $access === Access::None ? $conditions : [$exists($access), ...$conditions]);
    }
}
