<?php

declare(strict_types=1);

namespace Counterfoil\Clients;

use Counterfoil\Shared\Actor;
use Counterfoil\Shared\Change\Change;
use Counterfoil\Shared\Change\Changes;
use Counterfoil\Shared\DomainError;
use Counterfoil\Shared\Viewer;

/** Takes a contact's access away at once, and gives it back. */
final readonly class ChangeAccess
{
    public function __construct(private Changes $changes, private ContactRepository $contacts, private EndSessions $end_sessions)
    {
    }

    /** @throws DomainError 404, 409 when there is no access to take away */
    public function suspend(int $id, Viewer $viewer): Contact
    {
        return $this->changes->run($viewer->actor, function (Change $change) use ($id, $viewer): Contact {
            $contact = $this->set($id, Access::Suspended, $viewer);
            $change->event('contact.access_suspended', [['contact', $id]], $contact->client_id, ['name' => $contact->name]);
            $change->after(fn () => $this->end_sessions->handle($contact->user_id));
            /**
             * Fires after a contact's portal access is suspended and their sessions are ended.
             *
             * @param int $contact_id
             * @since 0.2.0
             */
            $change->hook('contact_suspended', $id);

            return $contact;
        });
    }

    /** @throws DomainError 404, 409 when it was not taken away */
    public function restore(int $id, Viewer $viewer): Contact
    {
        return $this->changes->run($viewer->actor, function (Change $change) use ($id, $viewer): Contact {
            $contact = $this->set($id, Access::Active, $viewer);
            $change->event('contact.access_restored', [['contact', $id]], $contact->client_id, ['name' => $contact->name]);
            /**
             * Fires after a contact's suspended portal access is restored.
             *
             * @param int $contact_id
             * @since 0.2.0
             */
            $change->hook('contact_restored', $id);

            return $contact;
        });
    }

    /** A user of the site was deleted: who it was stays a contact, and can be invited anew. */
    public function forget_user(int $user_id): void
    {
        $contacts = $this->contacts->of_user($user_id);
        if ($contacts === []) {
            return;
        }
        $this->changes->run(Actor::current_staff(), function (Change $change) use ($user_id, $contacts): void {
            $this->contacts->unlink_user($user_id);
            foreach ($contacts as $contact) {
                $change->event('contact.access_lost', [['contact', $contact->id]], $contact->client_id, ['name' => $contact->name]);
                /**
                 * Fires after a contact loses portal access because their WordPress user was deleted.
                 *
                 * @param int $contact_id
                 * @since 0.2.0
                 */
                $change->hook('contact_access_lost', $contact->id);
            }
        });
    }

    private function set(int $id, Access $to, Viewer $viewer): Contact
    {
        $contact = $this->contacts->get($id, $viewer);
        if ($contact->access === Access::Invited || ! $contact->access->may_become($to) || ! $this->contacts->set_access($id, $contact->access, $to)) {
            throw $to === Access::Suspended
                ? DomainError::conflict('no_access', __('This person can’t log in, so there is no access to suspend. You can revoke a pending invitation instead.', 'counterfoil'))
                : DomainError::conflict('not_suspended', __('This person’s access isn’t suspended.', 'counterfoil'));
        }

        return $this->contacts->get($id, $viewer);
    }
}
