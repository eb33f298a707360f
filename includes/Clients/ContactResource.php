<?php

declare(strict_types=1);

namespace Counterfoil\Clients;

use Closure;
use Counterfoil\Shared\Clock\Timestamps;
use DateTimeImmutable;

/** Contacts as the contract has them. */
final readonly class ContactResource
{
    /** @param Closure(): Logins $logins */
    public function __construct(private RoleRepository $roles, private Closure $logins)
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

        return array_map(fn (Contact $contact): array => $this->to_wire($contact, $roles[$contact->role_id]), $contacts);
    }

    /** @return array<string, mixed> */
    private function to_wire(Contact $contact, Role $role): array
    {
        $is_invited = $contact->access === Access::Invited;

        return [
            'id' => $contact->id,
            'name' => $contact->name,
            'email' => $contact->email,
            'is_email_fixed' => $contact->user_id !== null && ! ($this->logins)()->may_change_email($contact->user_id),
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
