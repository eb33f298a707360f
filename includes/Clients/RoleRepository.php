<?php

declare(strict_types=1);

namespace Counterfoil\Clients;

use Counterfoil\Shared\Database\Database;
use Counterfoil\Shared\Database\UniqueViolation;
use Counterfoil\Shared\DomainError;

final readonly class RoleRepository
{
    private const TABLE = 'roles';

    public function __construct(private Database $database)
    {
    }

    /** @return list<Role> */
    public function all(): array
    {
        return array_values($this->by_id());
    }

    public function find(int $id): ?Role
    {
        return $this->by_id()[$id] ?? null;
    }

    /** The role of contacts for which none was chosen. */
    public function default(): Role
    {
        foreach ($this->by_id() as $role) {
            if ($role->slug === Role::FULL_ACCESS) {
                return $role;
            }
        }

        throw DomainError::not_found();
    }

    /** Repeatable. */
    public function create_built_in(): void
    {
        foreach ($this->by_id() as $role) {
            if ($role->slug === Role::FULL_ACCESS) {
                return;
            }
        }
        try {
            $this->database->insert(self::TABLE, [
                'slug' => Role::FULL_ACCESS,
                'name' => 'Full access',
                'built_in' => 1,
                'permissions' => (string) wp_json_encode(Role::PERMISSIONS),
            ]);
        } catch (UniqueViolation) {
            // Somebody else was first, which is as good.
        }
    }

    /** @return array<int, Role> there are few */
    private function by_id(): array
    {
        return $this->database->remembered()->glance(self::TABLE, '', $this->read(...));
    }

    /** @return array<int, Role> */
    private function read(): array
    {
        $roles = [];
        foreach ($this->database->rows("SELECT * FROM {$this->database->table(self::TABLE)} ORDER BY id") as $row) {
            $roles[(int) $row['id']] = new Role(
                (int) $row['id'],
                (string) $row['slug'],
                (string) $row['name'],
                Role::permissions_from($row['permissions']),
            );
        }

        return $roles;
    }
}
