<?php

declare(strict_types=1);

namespace Counterfoil\Clients;

use Closure;
use Counterfoil\Activity\EventLog;
use Counterfoil\Identity\Invitations;
use Counterfoil\Shared\Actor;
use Counterfoil\Shared\Database\Database;
use Counterfoil\Shared\Database\UniqueViolation;
use Counterfoil\Shared\DomainError;
use Counterfoil\Shared\Input;

/**
 * Adds a contact to a client, and invites it on wish. An address that belongs to a user of the site says
 * nothing yet: only who answers the invitation, logged in as that user, becomes the contact.
 */
final readonly class AddContact
{
    /** @param Closure(): Invitations $invitations */
    public function __construct(
        private Database $database,
        private ContactRepository $contacts,
        private RoleRepository $roles,
        private EventLog $events,
        private Closure $invitations,
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
            throw DomainError::invalid(__('There is no such role. Choose one from the list.', 'counterfoil'), "{$pointer}/role_id");
        }

        return $this->database->transaction(function () use ($client, $body, $email, $role, $invite, $by, $pointer): Contact {
            $name = Input::line($body['name']);
            try {
                $id = $this->contacts->insert($client->id, $role->id, $name, $email);
            } catch (UniqueViolation) {
                throw self::duplicate("{$pointer}/email");
            }
            $this->events->record('contact.created', [['contact', $id]], $client->id, $by, ['name' => $name, 'email' => $email]);
            if ($invite) {
                ($this->invitations)()->send($this->contacts->get($id), $by);
            }

            return $this->contacts->get($id);
        });
    }

    public static function duplicate(string $pointer): DomainError
    {
        return DomainError::invalid(__('This client has a contact with this e-mail address already.', 'counterfoil'), $pointer);
    }
}
