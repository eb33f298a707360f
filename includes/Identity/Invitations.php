<?php

declare(strict_types=1);

namespace Counterfoil\Identity;

use Closure;
use Counterfoil\Business\Business;
use Counterfoil\Clients\Access;
use Counterfoil\Clients\Client;
use Counterfoil\Clients\ClientRepository;
use Counterfoil\Clients\Contact;
use Counterfoil\Clients\ContactRepository;
use Counterfoil\Clients\Inviting;
use Counterfoil\Portals\PortalRepository;
use Counterfoil\Portals\PortalUrls;
use Counterfoil\Shared\Actor;
use Counterfoil\Shared\Change\Change;
use Counterfoil\Shared\Change\Changes;
use Counterfoil\Shared\Change\Mail;
use Counterfoil\Shared\DomainError;
use Counterfoil\Shared\Viewer;

/** Asks a contact into the portal, and takes it back while it was not answered. */
final readonly class Invitations implements Inviting
{
    /** @param Closure(): Business $business */
    public function __construct(
        private Changes $changes,
        private ContactRepository $contacts,
        private ClientRepository $clients,
        private TokenRepository $tokens,
        private PortalRepository $portals,
        private PortalUrls $urls,
        private Closure $business,
    ) {
    }

    public function send(Contact $contact, Actor $by): void
    {
        if ($contact->access === Access::Active) {
            throw DomainError::conflict('has_access', __('This person can already log in.', 'counterfoil'));
        }
        if ($contact->access === Access::Suspended) {
            throw DomainError::conflict('suspended', __('This person’s access is suspended. Restore access instead of sending a new invitation.', 'counterfoil'));
        }
        // Whoever was handed the contact sees its client.
        $client = $this->clients->get($contact->client_id, Viewer::system());
        if (! $this->urls->has_pages($this->portals->get($client->portal_id))) {
            throw DomainError::conflict('no_portal_pages', __('The portal has no pages yet, so contacts can’t be invited. Create the pages under Settings > Portal.', 'counterfoil'));
        }
        $this->changes->run($by, function (Change $change) use ($contact, $client): void {
            // The link itself is made when the mail is written. Until then this one, which nobody knows, ends those of before.
            $this->tokens->issue(TokenPurpose::Invitation, $contact->id);
            self::must_be_unchanged($this->contacts->invite($contact->id, $contact->access, $this->tokens->end_of_one_made_now(TokenPurpose::Invitation)));
            $change->mail($this->mail($contact, $client));
            $change->event('contact.invited', [['contact', $contact->id]], $contact->client_id, ['name' => $contact->name, 'email' => $contact->email]);
            /**
             * Fires after a contact is invited to the portal, for the first time or again.
             *
             * @param int $contact_id
             * @since 0.2.0
             */
            $change->hook('contact_invited', $contact->id);
        });
    }

    public function revoke(Contact $contact, Actor $by): void
    {
        if ($contact->access !== Access::Invited) {
            throw DomainError::conflict('not_invited', __('There is no pending invitation to revoke.', 'counterfoil'));
        }
        $this->changes->run($by, function (Change $change) use ($contact): void {
            self::must_be_unchanged($this->contacts->set_access($contact->id, Access::Invited, Access::None));
            $this->tokens->end(TokenPurpose::Invitation, $contact->id);
            $change->event('contact.invitation_revoked', [['contact', $contact->id]], $contact->client_id, ['name' => $contact->name]);
            /**
             * Fires after a pending invitation is revoked.
             *
             * @param int $contact_id
             * @since 0.2.0
             */
            $change->hook('contact_invitation_revoked', $contact->id);
        });
    }

    public function end_links(Contact $contact): void
    {
        $this->tokens->delete_of_contact($contact->id);
    }

    private function mail(Contact $contact, Client $client): Mail
    {
        return new Mail(
            'invitation',
            "invitation:contact:{$contact->id}:" . bin2hex(random_bytes(8)),
            $contact->email,
            $contact->name,
            $client->locale !== '' ? $client->locale : ($this->business)()->locale,
            $client->id,
            $client->portal_id,
            data: ['contact_id' => $contact->id]
        );
    }

    private static function must_be_unchanged(bool $is_unchanged): void
    {
        if (! $is_unchanged) {
            throw DomainError::conflict('changed_meanwhile', __('This contact was changed in the meantime. Reload the page and try again.', 'counterfoil'));
        }
    }
}
