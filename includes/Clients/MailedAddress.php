<?php

declare(strict_types=1);

namespace Counterfoil\Clients;

use Counterfoil\Shared\EmailAddress;
use Counterfoil\Shared\Viewer;

/** What whoever reads an address may do with a client's bill without a login: never more than their role allows. */
final readonly class MailedAddress
{
    private const ALL = ['billing.view', 'billing.manage'];

    public function __construct(private ContactRepository $contacts, private RoleRepository $roles)
    {
    }

    /** @return int|null whose address it is; null for nobody's of the client's contacts */
    public function contact_id(int $client_id, string $email): ?int
    {
        return $this->contact($this->contacts->of_client($client_id, Viewer::system()), $email)?->id;
    }

    /** @return array{contact_id: int|null, permissions: list<string>}|null null where it may see nothing (any more) */
    public function of(int $client_id, string $email): ?array
    {
        $contacts = $this->contacts->of_client($client_id, Viewer::system());
        if ($contacts !== [] && Access::furthest(array_values(array_map(static fn (Contact $contact): Access => $contact->access, $contacts))) === Access::Suspended) {
            // The whole client is: its own address for bills too.
            return null;
        }
        $contact = $this->contact($contacts, $email);
        if ($contact === null) {
            return ['contact_id' => null, 'permissions' => self::ALL];
        }
        $permissions = array_values(array_intersect(self::ALL, $this->roles->find($contact->role_id)->permissions ?? []));

        return $contact->access === Access::Suspended || ! in_array('billing.view', $permissions, true) ? null : ['contact_id' => $contact->id, 'permissions' => $permissions];
    }

    /** @param list<Contact> $contacts */
    private function contact(array $contacts, string $email): ?Contact
    {
        foreach ($contacts as $contact) {
            if (EmailAddress::are_same($contact->email, $email)) {
                return $contact;
            }
        }

        return null;
    }
}
