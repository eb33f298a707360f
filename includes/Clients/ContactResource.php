<?php

declare(strict_types=1);

namespace Counterfoil\Clients;

use Counterfoil\Shared\Clock\Timestamps;
use DateTimeImmutable;

/** Contacts as the contract has them. */
final readonly class ContactResource
{
    public function __construct(private RoleRepository $roles)
    {
    }

    /** @return array<string, mixed> */
    public function one(Contact $contact): array
    {
        return $this->all([$contact])[0];
    }

    /**
     * @param list<Contact> $contacts
     * @return list<array<string, mixed>>
     */
    public function all(array $contacts): array
    {
        $roles = array_column($this->roles->all(), null, 'id');

        return array_map(static fn (Contact $contact): array => self::to_wire($contact, $roles[$contact->role_id]), $contacts);
    }

    /** @return array<string, mixed> */
    private static function to_wire(Contact $contact, Role $role): array
    {
        $is_invited = $contact->access === Access::Invited;

        return [
            'id' => $contact->id,
            'name' => $contact->name,
            'email' => $contact->email,
            'role' => self::role($role),
            'access' => $contact->access->value,
            'invited_at' => $is_invited ? self::moment($contact->invited_at) : null,
            'invitation_expires_at' => $is_invited ? self::moment($contact->invitation_expires_at) : null,
            'last_login_at' => self::moment($contact->last_login_at),
        ];
    }

    /** @return array{id: int, slug: string, name: string} */
    public static function role(Role $role): array
    {
        return ['id' => $role->id, 'slug' => $role->slug, 'name' => $role->label()];
    }

    private static function moment(?DateTimeImmutable $moment): ?string
    {
        return $moment === null ? null : Timestamps::to_wire($moment);
    }
}
