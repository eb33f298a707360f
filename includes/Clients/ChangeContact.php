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

/** Changes what a contact is called and may do, or takes it away. */
final readonly class ChangeContact
{
    /** @param Closure(): Invitations $invitations */
    public function __construct(
        private Database $database,
        private ContactRepository $contacts,
        private RoleRepository $roles,
        private EndSessions $end_sessions,
        private EventLog $events,
        private Closure $invitations,
    ) {
    }

    /**
     * @param array{name: string, email: string, role_id: int} $body
     * @throws DomainError 400, 404, 409
     */
    public function update(int $id, array $body, Actor $by): Contact
    {
        $email = Input::email($body['email'], '/email');

        return $this->database->transaction(function () use ($id, $body, $email, $by): Contact {
            $contact = $this->contacts->get($id);
            if ($email !== $contact->email && $contact->user_id !== null) {
                throw DomainError::conflict('email_of_log_in', __('This person logs in with this e-mail address. They change it themselves, in their profile.', 'counterfoil'));
            }
            if ($this->roles->find($body['role_id']) === null) {
                throw DomainError::invalid(__('There is no such role. Choose one from the list.', 'counterfoil'), '/role_id');
            }
            foreach ($this->contacts->of_client($contact->client_id) as $other) {
                if ($other->id !== $id && $other->email === $email) {
                    throw AddContact::duplicate('/email');
                }
            }
            $name = Input::line($body['name']);
            try {
                $this->contacts->update($id, $body['role_id'], $name, $email);
            } catch (UniqueViolation) {
                throw AddContact::duplicate('/email');
            }
            $this->events->record('contact.updated', [['contact', $id]], $contact->client_id, $by, ['name' => $name, 'email' => $email]);
            // The link that was mailed to the old address must not let anybody in.
            if ($email !== $contact->email && $contact->access === Access::Invited) {
                ($this->invitations)()->revoke($this->contacts->get($id), $by);
                ($this->invitations)()->send($this->contacts->get($id), $by);
            }

            return $this->contacts->get($id);
        });
    }

    /** @throws DomainError 404 */
    public function delete(int $id, Actor $by): void
    {
        $this->database->transaction(function () use ($id, $by): void {
            $contact = $this->contacts->get($id);
            $this->contacts->delete($id);
            $this->events->record('contact.deleted', [['contact', $id]], $contact->client_id, $by, ['name' => $contact->name, 'email' => $contact->email]);
            $this->database->after_commit(fn () => $this->end_sessions->handle($contact->user_id));
        });
    }
}
