<?php

declare(strict_types=1);

namespace Counterfoil\Clients;

use Counterfoil\Activity\EventLog;
use Counterfoil\Shared\Actor;
use Counterfoil\Shared\Database\Database;
use Counterfoil\Shared\DomainError;

/** Takes a contact's access away at once, and gives it back. */
final readonly class ChangeAccess
{
    public function __construct(
        private Database $database,
        private ContactRepository $contacts,
        private EndSessions $end_sessions,
        private EventLog $events,
    ) {
    }

    /** @throws DomainError 404, 409 when there is no access to take away */
    public function suspend(int $id, Actor $by): Contact
    {
        return $this->database->transaction(function () use ($id, $by): Contact {
            $contact = $this->change($id, Access::Suspended, 'contact.access_suspended', $by);
            $this->database->after_commit(function () use ($contact): void {
                $this->end_sessions->handle($contact->user_id);
                do_action('counterfoil_contact_suspended', $contact->id);
            });

            return $contact;
        });
    }

    /** @throws DomainError 404, 409 when it was not taken away */
    public function restore(int $id, Actor $by): Contact
    {
        return $this->database->transaction(fn (): Contact => $this->change($id, Access::Active, 'contact.access_restored', $by));
    }

    /** A user of the site was deleted: who it was stays a contact, and can be invited anew. */
    public function forget_user(int $user_id): void
    {
        $this->database->transaction(function () use ($user_id): void {
            foreach ($this->contacts->of_user($user_id) as $contact) {
                $this->events->record('contact.access_lost', [['contact', $contact->id]], $contact->client_id, Actor::current_staff(), ['name' => $contact->name]);
            }
            $this->contacts->unlink_user($user_id);
        });
    }

    private function change(int $id, Access $to, string $event, Actor $by): Contact
    {
        $contact = $this->contacts->get($id);
        if ($contact->access === Access::Invited || ! $contact->access->may_become($to) || ! $this->contacts->set_access($id, $contact->access, $to)) {
            throw $to === Access::Suspended
                ? DomainError::conflict('no_access', __('This person can’t log in, so there is no access to take away. An open invitation can be taken back.', 'counterfoil'))
                : DomainError::conflict('not_suspended', __('This person’s access was not taken away.', 'counterfoil'));
        }
        $this->events->record($event, [['contact', $id]], $contact->client_id, $by, ['name' => $contact->name]);

        return $this->contacts->get($id);
    }
}
