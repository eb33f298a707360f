<?php

declare(strict_types=1);

namespace Counterfoil\Clients;

use Closure;
use Counterfoil\Shared\Actor;
use Counterfoil\Shared\Change\Change;
use Counterfoil\Shared\Change\Changes;
use Counterfoil\Shared\Database\UniqueViolation;
use Counterfoil\Shared\DomainError;
use Counterfoil\Shared\Input;
use Counterfoil\Shared\Viewer;

/**
 * Adds a contact to a client, and invites it on wish. An address that belongs to a user of the site says
 * nothing yet: only who answers the invitation, logged in as that user, becomes the contact.
 */
final readonly class AddContact
{
    /** @param Closure(): Inviting $inviting */
    public function __construct(
        private Changes $changes,
        private ContactRepository $contacts,
        private RoleRepository $roles,
        private Closure $inviting,
    ) {
    }

    /**
     * @param array{name: string, email: string, role_id?: int} $body
     * @param string $pointer where the contact is in the request, "/contact"; empty when it is all of it
     * @throws DomainError 400
     */
    public function handle(Client $client, array $body, bool $invite, Actor $by, string $pointer = ''): Contact
    {
        $email = Input::email($body['email'], "{$pointer}/email");
        $role = isset($body['role_id']) ? $this->roles->find($body['role_id']) : $this->roles->default();
        if ($role === null) {
            throw DomainError::invalid(__('Choose a role from the list.', 'counterfoil'), "{$pointer}/role_id");
        }

        return $this->changes->run($by, function (Change $change) use ($client, $body, $email, $role, $invite, $pointer): Contact {
            $name = Input::line($body['name']);
            try {
                $id = $this->contacts->insert($client->id, $role->id, $name, $email);
            } catch (UniqueViolation) {
                throw self::duplicate("{$pointer}/email");
            }
            $change->event('contact.created', [['contact', $id]], $client->id, ['name' => $name, 'email' => $email]);
            /**
             * Fires after a contact is added to a client.
             *
             * @param int $contact_id
             * @param int $client_id
             * @since 0.2.0
             */
            $change->hook('contact_created', $id, $client->id);
            if ($invite) {
                ($this->inviting)()->send($this->contacts->get($id, Viewer::system()), $change->actor);
            }

            return $this->contacts->get($id, Viewer::system());
        });
    }

    public static function duplicate(string $pointer): DomainError
    {
        return DomainError::invalid(__('This client already has a contact with this email address.', 'counterfoil'), $pointer);
    }
}
