<?php

declare(strict_types=1);

namespace Counterfoil\Clients;

use Counterfoil\Identity\Token;
use Counterfoil\Identity\TokenRepository;
use Counterfoil\Shared\Clock\Timestamps;

/** Contacts as the contract has them. */
final readonly class ContactResource
{
    public function __construct(private RoleRepository $roles, private TokenRepository $tokens)
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
        $invited = array_filter($contacts, static fn (Contact $contact): bool => $contact->access === Access::Invited);
        $invitations = $this->tokens->open_invitations(array_values(array_map(static fn (Contact $contact): int => $contact->id, $invited)));

        return array_map(static fn (Contact $contact): array => self::to_wire($contact, $roles[$contact->role_id], $invitations[$contact->id] ?? null), $contacts);
    }

    /** @return array<string, mixed> */
    private static function to_wire(Contact $contact, Role $role, ?Token $invitation): array
    {
        return [
            'id' => $contact->id,
            'name' => $contact->name,
            'email' => $contact->email,
            'role' => self::role($role),
            'access' => $contact->access->value,
            'invited_at' => $invitation === null ? null : Timestamps::to_wire($invitation->created_at),
            'invitation_expires_at' => $invitation === null ? null : Timestamps::to_wire($invitation->expires_at),
            'last_login_at' => $contact->last_login_at === null ? null : Timestamps::to_wire($contact->last_login_at),
        ];
    }

    /** @return array{id: int, slug: string, name: string} */
    public static function role(Role $role): array
    {
        return ['id' => $role->id, 'slug' => $role->slug, 'name' => $role->label()];
    }
}
