<?php

declare(strict_types=1);

namespace Counterfoil\Identity\Letters;

use Counterfoil\Clients\Access;
use Counterfoil\Clients\ContactRepository;
use Counterfoil\Emails\Button;
use Counterfoil\Emails\Greeting;
use Counterfoil\Emails\Letter;
use Counterfoil\Emails\Letterhead;
use Counterfoil\Emails\PreparedLetter;
use Counterfoil\Emails\QueuedMail;
use Counterfoil\Identity\Accounts;
use Counterfoil\Identity\TokenPurpose;
use Counterfoil\Shared\Viewer;

/** To the address that somebody wants to log in with from now on. data: contact_id, user_id. */
final readonly class ConfirmEmailLetter implements PreparedLetter
{
    public function __construct(private ContactRepository $contacts, private Accounts $accounts, private MailedLink $link)
    {
    }

    /** Null where somebody else has the address: they asked for nothing. */
    public function prepare(QueuedMail $mail): ?QueuedMail
    {
        $contact = $this->contacts->find($mail->number('contact_id'), Viewer::system());

        return $contact === null || $contact->access !== Access::Active || $this->accounts->user_by_email($mail->recipient) !== null
            ? null
            : $this->link->on($mail, TokenPurpose::Email, email: $mail->recipient);
    }

    public function write(QueuedMail $mail, Letterhead $letterhead): Letter
    {
        return new Letter(
            /* translators: %s: name of the business */
            sprintf(__('Confirm your new email address for %s', 'counterfoil'), $letterhead->name()),
            __('The link works once, for one day.', 'counterfoil'),
            __('Confirm your new email address', 'counterfoil'),
            [
                Greeting::of($mail),
                /* translators: %s: name of the business */
                sprintf(__('You asked to use this address for your account at %s. Confirm it to log in with it and get your invoices at this address.', 'counterfoil'), $letterhead->name()),
            ],
            [],
            new Button(__('Confirm email address', 'counterfoil'), $mail->link),
            [
                __('The link works once, for one day.', 'counterfoil'),
                __('If you didn’t request this, you can ignore this email.', 'counterfoil'),
            ]
        );
    }
}
