<?php

declare(strict_types=1);

namespace Counterfoil\Identity;

use Counterfoil\Activity\EventLog;
use Counterfoil\Clients\ClientRepository;
use Counterfoil\Emails\Message;
use Counterfoil\Emails\Outbox;
use Counterfoil\Portals\PortalRepository;
use Counterfoil\Shared\Actor;
use Counterfoil\Shared\Database\Database;
use Counterfoil\Shared\DomainError;

final readonly class ResetPassword
{
    public function __construct(
        private Throttle $throttle,
        private Links $links,
        private Accounts $accounts,
        private Database $database,
        private TokenRepository $tokens,
        private Outbox $outbox,
        private EventLog $events,
        private ClientRepository $clients,
        private PortalRepository $portals,
        private Sessions $sessions,
        private RedirectTarget $target,
    ) {
    }

    /**
     * Every session ends, a new one begins here, and the address is told.
     *
     * @return string where to go
     * @throws DomainError 400 for a password that is none, 409 when the link does not work, 429
     */
    public function handle(string $secret, string $password): string
    {
        $limits = $this->throttle->link();
        [$token, $contact, $user] = $this->links->account(TokenPurpose::Reset, $secret);
        NewPassword::check($password, $user->user_email);
        $client = $this->clients->get($contact->client_id);
        $this->database->transaction(function () use ($token, $contact, $user, $client, $password): void {
            $this->links->redeem($token);
            // A log-in link that is still on its way was asked for with the old password's trust.
            $this->tokens->end(TokenPurpose::Magic, $contact->id);
            $this->accounts->set_password($user, $password);
            $this->events->record('contact.password_changed', [['contact', $contact->id]], $contact->client_id, Actor::contact($contact->id, $contact->name), ['name' => $contact->name]);
            $this->outbox->enqueue(Message::PasswordChanged, "password_changed:token:{$token->id}", $user->user_email, $contact->name, $client->locale, $client->id, $client->portal_id);
        });
        $this->throttle->succeeded($limits);
        $this->sessions->end_all($user->ID);
        $this->sessions->open($user, $contact);

        return $this->target->of($this->portals->get($client->portal_id));
    }
}
