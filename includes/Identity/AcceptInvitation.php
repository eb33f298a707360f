<?php

declare(strict_types=1);

namespace Counterfoil\Identity;

use Counterfoil\Activity\EventLog;
use Counterfoil\Clients\ClientRepository;
use Counterfoil\Clients\Contact;
use Counterfoil\Clients\ContactRepository;
use Counterfoil\Emails\Message;
use Counterfoil\Emails\Outbox;
use Counterfoil\Portals\PortalRepository;
use Counterfoil\Shared\Actor;
use Counterfoil\Shared\Database\Database;
use Counterfoil\Shared\Database\UniqueViolation;
use Counterfoil\Shared\DomainError;
use WP_User;

/**
 * Who opened the mailed link has the address; now a password makes an account of it. Where the site
 * knows the address already, its password is what proves that the account is theirs.
 */
final readonly class AcceptInvitation
{
    public function __construct(
        private Throttle $throttle,
        private Links $links,
        private Accounts $accounts,
        private Database $database,
        private ContactRepository $contacts,
        private ClientRepository $clients,
        private PortalRepository $portals,
        private Outbox $outbox,
        private EventLog $events,
        private Sessions $sessions,
        private RedirectTarget $target,
    ) {
    }

    /**
     * @return string where to go
     * @throws DomainError 400 for a wrong or weak password, 409 when the link does not work, 429
     */
    public function handle(string $secret, string $password): string
    {
        $limits = $this->throttle->link();
        [, $contact] = $this->links->invitation($secret);
        $turn = $this->throttle->turn($contact->email);
        try {
            // Anew: whoever had the turn before may have used this very link.
            [$token, $contact] = $this->links->invitation($secret);
            [$user, $password_limits] = $this->account($token, $contact, $password);
        } finally {
            $this->throttle->succeeded($turn);
        }
        $this->accounts->adopt($user);
        $this->throttle->succeeded([...$limits, ...$password_limits]);
        $target = $this->target->of($this->portals->get($this->clients->get($contact->client_id)->portal_id));
        if (Accounts::is_staff($user)) {
            return wp_login_url($target);
        }
        $this->sessions->open($user, $this->contacts->get($contact->id));

        return $target;
    }

    /** @return array{WP_User, list<Limit>} whose the contact is now, and the tries to take back */
    private function account(Token $token, Contact $contact, string $password): array
    {
        $limits = [];
        $existing = get_user_by('email', $contact->email);
        if ($existing !== false) {
            $limits = $this->throttle->password($contact->email);
            if (! $this->accounts->password_fits($existing, $password)) {
                throw DomainError::invalid(__('This is not the password of the account you have here already. Please try again.', 'counterfoil'), '/password', 'wrong_credentials');
            }
        }
        // Before the transaction: whoever listens for new users may call anything. Should this be killed here, the
        // account waits without access, and the same password proves it when the link is used again.
        $user = $existing !== false ? $existing : $this->accounts->create($contact, NewPassword::check($password, $contact->email));
        $this->take_up($token, $contact, $user, $existing !== false);

        return [$user, $limits];
    }

    private function take_up(Token $token, Contact $contact, WP_User $user, bool $had_account): void
    {
        $client = $this->clients->get($contact->client_id);
        try {
            $this->database->transaction(function () use ($token, $contact, $user, $client, $had_account): void {
                $this->links->redeem($token);
                if (! $this->contacts->accept($contact->id, $user->ID)) {
                    throw Links::expired();
                }
                $this->events->record('contact.accepted', [['contact', $contact->id]], $contact->client_id, Actor::contact($contact->id, $contact->name), ['name' => $contact->name]);
                if ($had_account) {
                    $this->outbox->enqueue(Message::NewContactAccess, "new_access:contact:{$contact->id}:token:{$token->id}", $contact->email, $contact->name, $client->locale, $client->id, $client->portal_id, null, ['contact_id' => $contact->id]);
                }
            });
        } catch (UniqueViolation) {
            throw DomainError::conflict('has_access', __('Your account has access to this client already. Please log in.', 'counterfoil'));
        }
    }
}
