<?php

declare(strict_types=1);

namespace Counterfoil\Identity;

use Counterfoil\Activity\EventLog;
use Counterfoil\Clients\Access;
use Counterfoil\Clients\ClientRepository;
use Counterfoil\Clients\Contact;
use Counterfoil\Clients\ContactRepository;
use Counterfoil\Emails\Message;
use Counterfoil\Emails\Outbox;
use Counterfoil\Portals\PortalRepository;
use Counterfoil\Portals\PortalUrls;
use Counterfoil\Shared\Actor;
use Counterfoil\Shared\Database\Database;
use Counterfoil\Shared\DomainError;

/** Asks a contact into the portal, and takes it back while it was not answered. */
final readonly class Invitations
{
    public function __construct(
        private Database $database,
        private ContactRepository $contacts,
        private ClientRepository $clients,
        private TokenRepository $tokens,
        private Outbox $outbox,
        private EventLog $events,
        private PortalRepository $portals,
        private PortalUrls $urls,
        private string $business_locale,
    ) {
    }

    /** Also sends it anew: an earlier link ends. @throws DomainError 409 when there is access already, or it was taken away, or the portal has no pages */
    public function send(Contact $contact, Actor $by): void
    {
        if ($contact->access === Access::Active) {
            throw DomainError::conflict('has_access', __('This person can log in already.', 'counterfoil'));
        }
        if ($contact->access === Access::Suspended) {
            throw DomainError::conflict('suspended', __('This person’s access is suspended. Restore it instead of inviting them anew.', 'counterfoil'));
        }
        $client = $this->clients->get($contact->client_id);
        if (! $this->urls->has_pages($this->portals->get($client->portal_id))) {
            throw DomainError::conflict('no_portal_pages', __('The portal has no pages yet, so the invitation would lead nowhere. Create them under Settings, Portal.', 'counterfoil'));
        }
        $this->database->transaction(function () use ($contact, $client, $by): void {
            $this->change($contact, Access::Invited);
            // The link itself is made when the mail is written; until then this one, which nobody knows, keeps the dates.
            $this->tokens->issue(TokenPurpose::Invitation, $contact->id);
            $this->outbox->enqueue(
                Message::Invitation,
                "invitation:contact:{$contact->id}:" . bin2hex(random_bytes(8)),
                $contact->email,
                $contact->name,
                $client->locale !== '' ? $client->locale : $this->business_locale,
                $client->id,
                $client->portal_id,
                null,
                ['contact_id' => $contact->id]
            );
            $this->events->record('contact.invited', [['contact', $contact->id]], $contact->client_id, $by, ['name' => $contact->name, 'email' => $contact->email]);
        });
    }

    /** @throws DomainError 409 when there is no open invitation */
    public function revoke(Contact $contact, Actor $by): void
    {
        if ($contact->access !== Access::Invited) {
            throw DomainError::conflict('not_invited', __('There is no open invitation to take back.', 'counterfoil'));
        }
        $this->database->transaction(function () use ($contact, $by): void {
            $this->change($contact, Access::None);
            $this->tokens->end(TokenPurpose::Invitation, $contact->id);
            $this->events->record('contact.invitation_revoked', [['contact', $contact->id]], $contact->client_id, $by, ['name' => $contact->name]);
        });
    }

    private function change(Contact $contact, Access $to): void
    {
        if ($contact->access !== $to && ! $this->contacts->set_access($contact->id, $contact->access, $to)) {
            throw DomainError::conflict('changed_meanwhile', __('Something changed meanwhile. Please look again.', 'counterfoil'));
        }
    }
}
