<?php

declare(strict_types=1);

namespace Counterfoil\Identity\Letters;

use Counterfoil\Clients\ClientRepository;
use Counterfoil\Emails\QueuedMail;
use Counterfoil\Identity\Accounts;
use Counterfoil\Shared\Viewer;

/** Who is behind an address that somebody typed. */
final readonly class Addressee
{
    public function __construct(private Accounts $accounts, private ClientRepository $clients)
    {
    }

    /** @return QueuedMail|null with their name, language and portal, and contact_id and user_id in its data; null for nobody, and for staff */
    public function of(QueuedMail $mail): ?QueuedMail
    {
        $account = $this->accounts->by_email($mail->recipient);
        $client = $account === null || $account->is_staff ? null : $this->clients->find($account->contact->client_id, Viewer::system());

        return $account === null || $client === null
            ? null
            : $mail->to($account->contact->name, $client->locale, $client->id, $client->portal_id, ['contact_id' => $account->contact->id, 'user_id' => $account->user->ID]);
    }
}
