<?php

declare(strict_types=1);

namespace Counterfoil\Clients;

use Closure;
use Counterfoil\Shared\Actor;
use Counterfoil\Shared\EmailAddress;
use Counterfoil\Shared\Viewer;

/**
 * Invites whoever gets a client's bills and can't open the portal yet, so that they can pay there. An address that is
 * nobody's but the client's own becomes a contact. Joins the change that is under way.
 */
final readonly class InviteRecipients
{
    /** @param Closure(): Inviting $inviting */
    public function __construct(private ContactRepository $contacts, private AddContact $add, private Closure $inviting)
    {
    }

    /** @param list<array{email: string, name: string, locale: string, copy?: string}> $recipients of the client's bills; who only gets a copy is not invited */
    public function handle(Client $client, array $recipients, Actor $by): void
    {
        $contacts = array_column(array_map(
            static fn (Contact $contact): array => [EmailAddress::normal($contact->email), $contact],
            $this->contacts->of_client($client->id, Viewer::system())
        ), 1, 0);
        foreach ($recipients as $recipient) {
            if (($recipient['copy'] ?? '') !== '') {
                continue;
            }
            $contact = $contacts[EmailAddress::normal($recipient['email'])] ?? null;
            if ($contact === null) {
                $this->add->handle($client, ['name' => $recipient['name'], 'email' => $recipient['email']], true, $by);
            } elseif ($contact->access === Access::None) {
                ($this->inviting)()->send($contact, $by);
            }
        }
    }
}
