<?php

declare(strict_types=1);

namespace Counterfoil\Identity\Letters;

use Counterfoil\Clients\Access;
use Counterfoil\Clients\Client;
use Counterfoil\Clients\ClientRepository;
use Counterfoil\Clients\ContactRepository;
use Counterfoil\Emails\Button;
use Counterfoil\Emails\CustomisableLetter;
use Counterfoil\Emails\Greeting;
use Counterfoil\Emails\Letter;
use Counterfoil\Emails\Letterhead;
use Counterfoil\Emails\LetterKind;
use Counterfoil\Emails\PreparedLetter;
use Counterfoil\Emails\QueuedMail;
use Counterfoil\Identity\Accounts;
use Counterfoil\Identity\TokenPurpose;
use Counterfoil\Shared\Clock\Clock;
use Counterfoil\Shared\EmailAddress;
use Counterfoil\Shared\Viewer;

/** data: contact_id. */
final readonly class InvitationLetter implements PreparedLetter, CustomisableLetter
{
    public function __construct(
        private ContactRepository $contacts,
        private ClientRepository $clients,
        private Accounts $accounts,
        private MailedLink $link,
        private Clock $clock,
    ) {
    }

    public function prepare(QueuedMail $mail): ?QueuedMail
    {
        return $this->client($mail) === null ? null : $this->link->on($mail, TokenPurpose::Invitation);
    }

    public function kind(): LetterKind
    {
        return new LetterKind(__('Invitation', 'counterfoil'), __('Sent when you invite a contact to the portal.', 'counterfoil'), false, ['client' => __('Example Company', 'counterfoil')]);
    }

    public function write(QueuedMail $mail, Letterhead $letterhead): ?Letter
    {
        $client = $this->client($mail);
        if ($client === null) {
            return null;
        }
        $until = $letterhead->day_of($this->clock->now()->modify('+' . TokenPurpose::Invitation->lifetime() . ' seconds'));

        return new Letter(
            /* translators: %s: name of the business */
            sprintf(__('%s invited you to their client portal', 'counterfoil'), $letterhead->name()),
            __('View your invoices, pay online and download PDFs in one place.', 'counterfoil'),
            /* translators: %s: name of the business */
            sprintf(__('Welcome to %s', 'counterfoil'), $letterhead->name()),
            [
                Greeting::of($mail),
                /* translators: 1: name of the business, 2: name of the client's company */
                sprintf(__('%1$s has set up a client portal for %2$s, where you can view your invoices, pay online and download PDFs.', 'counterfoil'), $letterhead->name(), $client->name),
                // Who reads this mail has the address, so it may say what is known of it.
                $this->accounts->user_by_email($mail->recipient) === null
                    ? __('Accept the invitation and choose a password to log in.', 'counterfoil')
                    : __('You already have an account here with this email address. Accept the invitation with your existing password.', 'counterfoil'),
            ],
            [],
            new Button(__('Accept invitation', 'counterfoil'), $mail->link),
            [
                /* translators: %s: date */
                sprintf(__('The link works once, until %s.', 'counterfoil'), $until),
                __('If you didn’t expect this invitation, you can ignore it. No one can log in without the link.', 'counterfoil'),
            ],
            [],
            ['client' => $client->name]
        );
    }

    /** Null when it was taken back or answered while it waited, or the address was put right since: the newer one counts. */
    private function client(QueuedMail $mail): ?Client
    {
        $contact = $this->contacts->find($mail->number('contact_id'), Viewer::system());

        return $contact === null || $contact->access !== Access::Invited || ! EmailAddress::are_same($contact->email, $mail->recipient)
            ? null
            : $this->clients->find($contact->client_id, Viewer::system());
    }
}
