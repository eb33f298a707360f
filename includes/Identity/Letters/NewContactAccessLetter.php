<?php

declare(strict_types=1);

namespace Counterfoil\Identity\Letters;

use Counterfoil\Clients\ClientRepository;
use Counterfoil\Clients\ContactRepository;
use Counterfoil\Emails\Button;
use Counterfoil\Emails\Greeting;
use Counterfoil\Emails\Letter;
use Counterfoil\Emails\Letterhead;
use Counterfoil\Emails\LetterWriter;
use Counterfoil\Emails\OneLine;
use Counterfoil\Emails\QueuedMail;
use Counterfoil\Portals\PortalUrls;
use Counterfoil\Shared\Viewer;

/** To somebody who had an account already and added a client to it. data: contact_id. */
final readonly class NewContactAccessLetter implements LetterWriter
{
    public function __construct(private ContactRepository $contacts, private ClientRepository $clients, private PortalUrls $urls)
    {
    }

    public function write(QueuedMail $mail, Letterhead $letterhead): ?Letter
    {
        $contact = $this->contacts->find($mail->number('contact_id'), Viewer::system());
        $client = $contact === null ? null : $this->clients->find($contact->client_id, Viewer::system());
        if ($client === null) {
            return null;
        }
        /* translators: %s: name of the client's company */
        $heading = sprintf(__('You now have access to %s', 'counterfoil'), OneLine::of($client->name));

        return new Letter(
            $heading,
            __('It was added to your existing account.', 'counterfoil'),
            $heading,
            [
                Greeting::of($mail),
                /* translators: 1: name of the client's company, 2: name of the business */
                sprintf(__('Your account at %2$s now has access to %1$s. Log in with your existing password.', 'counterfoil'), OneLine::of($client->name), $letterhead->name()),
            ],
            [],
            new Button(__('Open the portal', 'counterfoil'), $this->urls->portal($letterhead->portal, [PortalUrls::CLIENT => $client->id])),
            [__('If you didn’t expect this, please let us know by replying to this email.', 'counterfoil')]
        );
    }
}
