<?php

declare(strict_types=1);

namespace Counterfoil\Clients;

use Closure;
use Counterfoil\Shared\Change\Change;
use Counterfoil\Shared\Change\Changes;
use Counterfoil\Shared\Database\UniqueViolation;
use Counterfoil\Shared\DomainError;
use Counterfoil\Shared\Input;
use Counterfoil\Shared\Viewer;

/** Changes what a contact is called and may do, or takes it away. */
final readonly class ChangeContact
{
    /**
     * @param Closure(): Logins $logins
     * @param Closure(): Inviting $inviting
     */
    public function __construct(
        private Changes $changes,
        private ContactRepository $contacts,
        private RoleRepository $roles,
        private EndSessions $end_sessions,
        private Closure $logins,
        private Closure $inviting,
    ) {
    }

    /**
     * @param array{name: string, email: string, role_id: int} $body
     * @throws DomainError 400, 404, 409
     */
    public function update(int $id, array $body, Viewer $viewer): Contact
    {
        $email = Input::email($body['email'], '/email');
        $contact = $this->contacts->get($id, $viewer);
        $this->check($contact, $body['role_id'], $email, $viewer);
        if ($contact->user_id !== null && $email !== $contact->email) {
            ($this->logins)()->change_email($contact->user_id, $email);
        }

        return $this->changes->run($viewer->actor, function (Change $change) use ($id, $body, $email, $viewer): Contact {
            $contact = $this->contacts->get($id, $viewer);
            $this->check($contact, $body['role_id'], $email, $viewer);
            $name = Input::line($body['name']);
            try {
                $this->contacts->update($id, $body['role_id'], $name, $email);
            } catch (UniqueViolation) {
                throw AddContact::duplicate('/email');
            }
            $change->event('contact.updated', [['contact', $id]], $contact->client_id, ['name' => $name, 'email' => $email]);
            /**
             * Fires after a contact's name, email address or role changes.
             *
             * @param int $contact_id
             * @since 0.2.0
             */
            $change->hook('contact_updated', $id);
            // The link that was mailed to the old address must not let anybody in.
            if ($email !== $contact->email && $contact->access === Access::Invited) {
                ($this->inviting)()->revoke($this->contacts->get($id, $viewer), $change->actor);
                ($this->inviting)()->send($this->contacts->get($id, $viewer), $change->actor);
            }

            return $this->contacts->get($id, $viewer);
        });
    }

    /** @throws DomainError 404 */
    public function delete(int $id, Viewer $viewer): void
    {
        $this->changes->run($viewer->actor, function (Change $change) use ($id, $viewer): void {
            $contact = $this->contacts->get($id, $viewer);
            ($this->inviting)()->end_links($contact);
            $this->contacts->delete($id);
            $change->event('contact.deleted', [['contact', $id]], $contact->client_id, ['name' => $contact->name, 'email' => $contact->email]);
            $change->after(fn () => $this->end_sessions->handle($contact->user_id));
            /**
             * Fires after a contact is removed from a client.
             *
             * @param int $contact_id id of the deleted contact
             * @param int $client_id
             * @since 0.2.0
             */
            $change->hook('contact_deleted', $id, $contact->client_id);
        });
    }

    /** @throws DomainError 400, 409 */
    private function check(Contact $contact, int $role_id, string $email, Viewer $viewer): void
    {
        if ($this->roles->find($role_id) === null) {
            throw DomainError::invalid(__('Choose a role from the list.', 'counterfoil'), '/role_id');
        }
        foreach ($this->contacts->of_client($contact->client_id, $viewer) as $other) {
            if ($other->id !== $contact->id && $other->email === $email) {
                throw AddContact::duplicate('/email');
            }
        }
    }
}
