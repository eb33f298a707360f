<?php

declare(strict_types=1);

namespace Counterfoil\Clients;

use Counterfoil\Shared\EmailAddress;
use Counterfoil\Shared\Viewer;

/** Who of those that are written to about a client's bills can open the portal, and what they may do there. */
final readonly class PortalAccess
{
    public function __construct(private ContactRepository $contacts, private RoleRepository $roles)
    {
    }

    /** None also for an address that is nobody's but the client's own. */
    public function of(int $client_id, string $email): Access
    {
        return $this->contact($client_id, $email)->access ?? Access::None;
    }

    /** Whether it can log in, or will once it has accepted its invitation, and may do this then. */
    public function may(int $client_id, string $email, string $permission): bool
    {
        $contact = $this->contact($client_id, $email);

        return $contact !== null && $this->contact_may($contact, $permission);
    }

    /** Whether anybody of the client may. */
    public function anybody_may(int $client_id, string $permission): bool
    {
        foreach ($this->contacts->of_client($client_id, Viewer::system()) as $contact) {
            if ($this->contact_may($contact, $permission)) {
                return true;
            }
        }

        return false;
    }

    private function contact_may(Contact $contact, string $permission): bool
    {
        return in_array($contact->access, [Access::Active, Access::Invited], true)
            && in_array($permission, $this->roles->find($contact->role_id)->permissions ?? [], true);
    }

    private function contact(int $client_id, string $email): ?Contact
    {
        foreach ($this->contacts->of_client($client_id, Viewer::system()) as $contact) {
            if (EmailAddress::normal($contact->email) === EmailAddress::normal($email)) {
                return $contact;
            }
        }

        return null;
    }
}
