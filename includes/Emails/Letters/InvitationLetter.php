<?php

declare(strict_types=1);

namespace Counterfoil\Emails\Letters;

use Counterfoil\Clients\Access;
use Counterfoil\Clients\ClientRepository;
use Counterfoil\Clients\ContactRepository;
use Counterfoil\Emails\Button;
use Counterfoil\Emails\Letter;
use Counterfoil\Emails\Letterhead;
use Counterfoil\Emails\LetterWriter;
use Counterfoil\Emails\QueuedMail;
use Counterfoil\Identity\TokenPurpose;
use Counterfoil\Identity\TokenRepository;
use Counterfoil\Portals\PortalUrls;
use Counterfoil\Shared\Clock\Clock;

final readonly class InvitationLetter implements LetterWriter
{
    public function __construct(
        private ContactRepository $contacts,
        private ClientRepository $clients,
        private TokenRepository $tokens,
        private PortalUrls $urls,
        private Clock $clock,
    ) {
    }

    public function write(QueuedMail $mail, Letterhead $letterhead): ?Letter
    {
        $contact = $this->contacts->find($mail->number('contact_id'));
        $client = $contact === null ? null : $this->clients->find($contact->client_id);
        // Taken back or answered while it waited, or the address was put right since: the newer one counts.
        if ($contact === null || $client === null || $contact->access !== Access::Invited || strcasecmp($contact->email, $mail->recipient) !== 0) {
            return null;
        }
        $until = $letterhead->day_of($this->clock->now()->modify('+' . TokenPurpose::Invitation->lifetime() . ' seconds'));
        $secret = $this->tokens->issue(TokenPurpose::Invitation, $contact->id);

        return new Letter(
            /* translators: %s: name of the business */
            sprintf(__('%s invites you to your client portal', 'counterfoil'), $letterhead->name()),
            __('See your invoices, pay online, and download every PDF in one place.', 'counterfoil'),
            /* translators: %s: name of the business */
            sprintf(__('Welcome to %s', 'counterfoil'), $letterhead->name()),
            [
                Greeting::of($mail),
                /* translators: 1: name of the business, 2: name of the client's company */
                sprintf(__('%1$s set up a portal for %2$s. There you see your invoices, pay them online, and download every PDF in one place.', 'counterfoil'), $letterhead->name(), $client->name),
                __('Confirm your e-mail address and choose a password to get in.', 'counterfoil'),
            ],
            [],
            new Button(__('Confirm and get in', 'counterfoil'), $this->urls->login($letterhead->portal, ['token' => $secret, 'purpose' => TokenPurpose::Invitation->value])),
            [
                /* translators: %s: date */
                sprintf(__('The link works once, until %s.', 'counterfoil'), $until),
                __('You didn’t expect this? Then simply ignore it: without the link nobody gets in.', 'counterfoil'),
            ]
        );
    }
}
